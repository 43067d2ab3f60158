import { spawn } from "node:child_process";

export type Ended = { code: number; said: string };

/** Runs a tool of node_modules (or a program, by its path). Shown as it speaks, or kept for when it fails. */
export async function runTool(
  words: [string, ...string[]],
  options: { shown?: boolean; env?: Record<string, string | undefined> } = {},
): Promise<Ended> {
  const [program, ...rest] = words;
  const isScript = program.startsWith("node_modules/");
  const child = spawn(isScript ? process.execPath : program, isScript ? [program, ...rest] : rest, {
    env: { ...process.env, ...options.env },
    stdio: ["ignore", options.shown ? "inherit" : "pipe", options.shown ? "inherit" : "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  const end = () => child.kill("SIGTERM");
  process.once("exit", end);
  const code = await new Promise<number>((resolve) => {
    child.once("error", (error) => {
      said += error.message;
      resolve(127);
    });
    child.once("close", (exit) => resolve(exit ?? 1));
  });
  process.off("exit", end);
  return { code, said: said.trim() };
}
