import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { TestContext } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

export type TestWorker = {
  process: ChildProcess;
  said: () => string;
  /** Ends it and says how: its code, or the signal. */
  end: (signal: NodeJS.Signals) => Promise<number | string>;
};

const running = new Set<ChildProcess>();
const words = new Map<number | undefined, string>();

/** For after each test: none goes on working behind the next one's back, whatever went wrong. What they said explains a failure. */
export async function endWorkers(test?: TestContext): Promise<void> {
  if (test?.task.result?.state === "fail") {
    for (const [pid, said] of words) process.stderr.write(`\nworker ${pid} said:\n${said}\n`);
  }
  words.clear();
  await Promise.all(
    [...running].map(async (child) => {
      child.kill("SIGKILL");
      await once(child, "exit");
    }),
  );
}

/** A worker process of its own, with this file's settings; answers when it is ready to take jobs. */
export async function startWorker(settings: Record<string, string> = {}): Promise<TestWorker> {
  const started = spawnWorker(settings);
  await started.isReady;
  return started;
}

export function spawnWorker(settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", "server/cli/worker.ts"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "development", LOG_LEVEL: "info", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let said = "";
  const ended = once(child, "exit").then(([code, signal]) => (code ?? signal) as number | string);
  const isReady = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      words.set(child.pid, said);
      if (said.includes("worker is ready")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    ended.then((how) => reject(new Error(`the worker ended with ${how}: ${said}`)));
  });
  isReady.catch(() => {});
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return { process: child, said: () => said, ended, isReady, end };
}

/** Waits until the claim holds; says what it last saw when it never does. */
export async function until<T>(look: () => Promise<T> | T, holds: (seen: T) => boolean, seconds = 30): Promise<T> {
  const giveUp = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > giveUp) throw new Error(`never came true within ${seconds} s; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
