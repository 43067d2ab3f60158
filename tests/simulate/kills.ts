import type { Crew, Place } from "./crew";
import type { Fate } from "./provider";
import type { Random } from "./random";

/** Where a worker is killed: as it asks the provider, after the provider took the request, or at any time of its work. */
type Point = "asking" | "answering" | "anywhere";
const LONGEST_WORK_MS = 70;

export type Killer = {
  count(): number;
  /** Called as workers set out. */
  setOut(crew: Crew, places: readonly Place[], moment: number): void;
  /** What becomes of a worker's request, when its worker is killed over it. */
  fateOf(worker: number): Fate | null;
};

/** Kills so many workers, at random moments of the play. */
export function killerFrom(random: Random, times: number[], kill: (worker: number) => void): Killer {
  const left = [...times];
  let armed: Point | null = null;
  let killed = 0;

  return {
    count: () => killed,
    setOut(crew, places, moment) {
      if (armed || left[0] === undefined || left[0] > moment) return;
      left.shift();
      armed = random.pick<Point>(["asking", "answering", "anywhere", "anywhere"]);
      if (armed !== "anywhere") return;
      armed = null;
      const numbers = places.map((place) => crew.numberOf(place));
      const victims = random.chance(0.2) ? numbers : [numbers[random.below(numbers.length)] ?? 0];
      setTimeout(() => {
        for (const victim of victims) kill(victim);
        killed += victims.length;
      }, random.part() * LONGEST_WORK_MS);
    },
    fateOf(worker) {
      if (!armed) return null;
      const fate = armed === "asking" ? "cut" : "lost";
      armed = null;
      killed += 1;
      kill(worker);
      return fate;
    },
  };
}
