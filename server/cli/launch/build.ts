import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "./refusal";
import { filesUnder } from "./sources";

const stamp = ".next/built-from";
const sources = ["app", "server", "db", "emails", "public"];
const files = [
  "proxy.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
/** These run beside Next, not in it. */
const apart = ["server/cli", "db/seed/stories", "db/embedded"];

/** Every file after whose change the pages are built anew. */
export const builtFrom = (): string[] => [...files, ...sources.flatMap((room) => filesUnder(room, apart))];

/** Builds the pages unless the last build was made from the very same sources. */
export async function buildWhenChanged(say: (line: string) => void): Promise<void> {
  const wanted = fingerprint();
  if (existsSync(".next/BUILD_ID") && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Building the pages (once, and again after a change)…");
  rmSync(stamp, { force: true });
  await build();
  writeFileSync(stamp, wanted);
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const path of builtFrom()) {
    hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
  }
  return hash.update(process.version).digest("hex");
}

async function build(): Promise<void> {
  const child = spawn(process.execPath, [join("node_modules", "next", "dist", "bin", "next"), "build"], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const end = () => child.kill("SIGTERM");
  process.once("exit", end);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  process.off("exit", end);
  if (code !== 0) throw new Refusal(`The pages could not be built:\n\n${said.trim()}`);
}
