import { type ChildProcess, spawn } from "node:child_process";
import type { HalfNews, HalfPlan } from "./half-process";
import type { Outcome } from "./simulate";

const living = new Set<ChildProcess>();
export const endHalves = () => {
  for (const child of living) child.kill("SIGTERM");
};
process.once("exit", endHalves);

/** Plays a half on a core of its own. */
export function playHalf(program: string, plan: HalfPlan, say: (line: string) => void): Promise<Outcome> {
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, ...plan.settings },
    stdio: ["ignore", 2, 2, "ipc"],
  });
  living.add(child);
  return new Promise<Outcome>((resolve, reject) => {
    child.on("message", (news: HalfNews) => {
      if ("line" in news) say(news.line);
      else resolve(news.outcome);
    });
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      living.delete(child);
      reject(new Error(`a half of the world ended before its days were over (${signal ?? code})`));
    });
    child.send(plan);
  });
}
