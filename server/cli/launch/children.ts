import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "./refusal";

export type Child = { name: string; process: ChildProcess; ended: Promise<string> };

const graceMs = 6_000;

/**
 * Starts one of our programs in a process group of its own, so that Ctrl-C reaches the launcher alone, which then stops
 * things in order. The channel between the two tells the child when its launcher was killed.
 */
export function startChild(name: string, file: string, words: string[] = []): Child {
  const child = spawn(process.execPath, ["--import", "tsx", file, ...words], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    detached: true,
  });
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(`${name} could not start: ${error.message}`));
    child.once("exit", (code, signal) => resolve(`${name} ended with ${signal ?? `code ${code}`}`));
  });
  process.once("exit", () => child.kill("SIGKILL"));
  return { name, process: child, ended };
}

export async function stopChildren(children: Child[]): Promise<void> {
  await Promise.all(
    children.map(async ({ process: child, ended }) => {
      child.kill("SIGTERM");
      const inTime = await Promise.race([ended.then(() => true), pause(graceMs, false, { ref: false })]);
      if (!inTime) child.kill("SIGKILL");
      await ended;
    }),
  );
}

/** Waits until the web server says that it, the database and the worker are well. */
export async function waitForHealth(origin: string, children: Child[], seconds = 60): Promise<void> {
  const giveUp = Date.now() + seconds * 1000;
  const death = Promise.race(children.map((child) => child.ended));
  let last = "no answer";
  while (Date.now() < giveUp) {
    const answer = await Promise.race([askHealth(origin), death.then((words) => ({ died: words }))]);
    if ("died" in answer) throw new Refusal(`${answer.died}, before it was ready. Its own words are above.`);
    if (answer.isWell) return;
    last = answer.said;
    await pause(100);
  }
  throw new Refusal(`The server did not become healthy within ${seconds} s. It says: ${last}`);
}

async function askHealth(origin: string): Promise<{ isWell: boolean; said: string }> {
  try {
    const response = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(5_000) });
    return { isWell: response.ok, said: await response.text() };
  } catch (error) {
    return { isWell: false, said: error instanceof Error ? error.message : String(error) };
  }
}
