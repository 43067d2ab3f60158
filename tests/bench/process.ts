import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

type Settings = Record<string, string | undefined>;
const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) end(child, "SIGKILL");
});

/** Starts a program of ours with settings of its own; what it says on standard output is not ours to print. */
export function start(words: string[], settings: Settings): ChildProcess {
  return watched(
    spawn(process.execPath, ["--import", "tsx", ...words], {
      env: { ...process.env, ...settings } as NodeJS.ProcessEnv,
      stdio: ["ignore", 2, 2, "ipc"],
    }),
  );
}

/** Starts a command line in a process group of its own, so that all that it starts can be ended with it. */
export function startGroup(program: string, words: string[], settings: Settings): ChildProcess {
  const env = { ...process.env, ...settings } as NodeJS.ProcessEnv;
  return watched(spawn(program, words, { env, stdio: ["ignore", "ignore", 2], detached: true }));
}

function watched(child: ChildProcess): ChildProcess {
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

export async function stop(child: ChildProcess | undefined): Promise<void> {
  if (!child || !running.has(child)) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  end(child, "SIGTERM");
  const last = setTimeout(() => end(child, "SIGKILL"), 8_000);
  await gone;
  clearTimeout(last);
}

function end(child: ChildProcess, signal: NodeJS.Signals) {
  const isGroup = child.spawnargs[0] === "npm";
  try {
    if (isGroup && child.pid) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It is gone already.
  }
}

/** Waits until the address answers at all, or as wanted; fails when the program ends first. */
export async function answers(url: string, child: ChildProcess, isRight = (_: Response) => true): Promise<void> {
  for (let tries = 0; tries < 1200; tries++) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${url}: its server ended`);
    const answer = await fetch(url).catch(() => null);
    if (answer && isRight(answer)) return;
    await pause(50);
  }
  throw new Error(`${url} did not answer`);
}

/** Asks a child of ours and waits for its one answer. */
export function ask<Answer>(child: ChildProcess, question: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error(`${child.spawnargs.at(-1)} ended before it answered`));
    child.once("exit", ended);
    child.once("message", (answer: Answer) => {
      child.off("exit", ended);
      resolve(answer);
    });
    child.send(question as object);
  });
}
