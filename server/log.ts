import pino, { type Logger } from "pino";
import { env, underTest } from "@/server/env";

let root: Logger | undefined;

/** The process's log: one JSON object a line on standard output. Secrets and tokens are struck out wherever they turn up. */
export const log: Logger = new Proxy({} as Logger, {
  get(_, property) {
    root ??= pino({
      level: underTest() ? "silent" : env.LOG_LEVEL,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ["*.token", "*.password", "*.authorization", "*.cookie", "headers.authorization", "headers.cookie"],
    });
    const value = Reflect.get(root, property);
    return typeof value === "function" ? value.bind(root) : value;
  },
});
