import { type ChildProcess, spawn } from "node:child_process";

export type Errand = { moment: number; ticks: boolean; delivers: boolean };

export type Crew = {
  /** Both are asked for the same at once, as by two schedulers; ends when each is done or dead. */
  work(errand: Errand): Promise<void>;
  /** Ends one of them by its number as `kill -9` does; another takes its place. */
  kill(number: number): void;
  /** The numbers of those at work. */
  numbers(): number[];
  close(): Promise<void>;
};

type Worker = { number: number; process: ChildProcess; isReady: Promise<void>; ended: Promise<void> };

const living = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of living) child.kill("SIGKILL");
});

/** Two workers, and a third that is warm for when one of them is killed. */
export async function openCrew(program: string, settingsOf: (number: number) => Record<string, string>): Promise<Crew> {
  let started = 0;
  const hire = (): Worker => {
    const number = started++;
    const child = spawn(process.execPath, [program], {
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

  const atWork = [hire(), hire()];
  let spare = hire();
  await Promise.all([...atWork, spare].map(({ isReady }) => isReady));

  async function send(place: number, errand: Errand) {
    const worker = atWork[place];
    if (!worker) return;
    const isDone = said(worker.process, "done", worker.ended);
    worker.process.send(errand, () => {});
    await isDone;
    if (living.has(worker.process)) return;
    atWork[place] = spare;
    spare = hire();
    await atWork[place]?.isReady;
  }

  return {
    work: async (errand) => {
      await Promise.all([send(0, errand), send(1, errand)]);
    },
    kill: (number) => atWork.find((worker) => worker.number === number)?.process.kill("SIGKILL"),
    numbers: () => atWork.map(({ number }) => number),
    close: async () => {
      const all = [...atWork, spare];
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
