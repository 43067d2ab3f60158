import { type ChildProcess, spawn } from "node:child_process";

export type Errand = { moment: number; ticks: boolean; delivers: boolean };

export type Crew = {
  /** One of them is asked, or both for the same at once, as by two schedulers; ends when each is done or dead. */
  work(errand: Errand, places: readonly Place[]): Promise<void>;
  /** Ends one of them by its number as `kill -9` does; another takes its place. */
  kill(number: number): void;
  numberOf(place: Place): number;
  close(): Promise<void>;
};

export type Place = 0 | 1;
type Worker = { number: number; process: ChildProcess; isReady: Promise<void>; ended: Promise<void> };

/**
 * What a mail is made from dies with it: with more room it is collected in half as much time. And whoever takes a killed one's place
 * has not run long: compiled without ado it is sooner as quick as who went before.
 */
const engine = ["--max-semi-space-size=32", "--always-sparkplug"];

const living = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of living) child.kill("SIGKILL");
});

/** Two workers, and a third that is warm for when one of them is killed. */
export async function openCrew(program: string, settingsOf: (number: number) => Record<string, string>): Promise<Crew> {
  let started = 0;
  const hire = (): Worker => {
    const number = started++;
    const child = spawn(process.execPath, [...engine, program], {
      env: { ...process.env, ...settingsOf(number) },
      stdio: ["ignore", 2, 2, "ipc"],
    });
    living.add(child);
    const ended = new Promise<void>((resolve) => {
      child.once("exit", () => {
        living.delete(child);
        resolve();
      });
    });
    return { number, process: child, isReady: said(child, "ready", ended), ended };
  };

  const atWork: Record<Place, Worker> = [hire(), hire()];
  let spare = hire();
  await Promise.all([atWork[0], atWork[1], spare].map(({ isReady }) => isReady));

  async function send(place: Place, errand: Errand) {
    const worker = atWork[place];
    const isDone = said(worker.process, "done", worker.ended);
    worker.process.send(errand, () => {});
    await isDone;
    if (living.has(worker.process)) return;
    atWork[place] = spare;
    spare = hire();
    await atWork[place].isReady;
  }

  return {
    work: async (errand, places) => {
      await Promise.all(places.map((place) => send(place, errand)));
    },
    kill: (number) => [atWork[0], atWork[1]].find((worker) => worker.number === number)?.process.kill("SIGKILL"),
    numberOf: (place) => atWork[place].number,
    close: async () => {
      const all = [atWork[0], atWork[1], spare];
      for (const { process } of all) process.kill("SIGTERM");
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}

/** When it says the word, or ends. */
function said(child: ChildProcess, word: string, ended: Promise<void>): Promise<void> {
  const heard = new Promise<void>((resolve) => {
    const hear = (message: unknown) => {
      if (message !== word) return;
      child.off("message", hear);
      resolve();
    };
    child.on("message", hear);
    void ended.then(() => child.off("message", hear));
  });
  return Promise.race([heard, ended]);
}
