import { DAY, HOUR, MINUTE } from "./days";
import type { Fate } from "./provider";
import type { Random } from "./random";

export type Weather = {
  /** When the provider takes nothing for hours: for 2, and in a long play once for 25. */
  outages: { from: number; until: number }[];
  fateAt(at: number): Fate;
};

/** How the provider behaves: mostly well. */
export function weatherFrom(random: Random, startsAt: number, days: number): Weather {
  const at = (day: number) => startsAt + day * DAY + random.between(0, 23) * HOUR;
  const lasting = (from: number, length: number) => ({ from, until: from + length });
  const outages = Array.from({ length: Math.floor(days / 50) }, (_, n) => lasting(at(n * 50 + 20), 2 * HOUR));
  if (days >= 150) outages.push(lasting(at(100), 25 * HOUR));
  const storms = Array.from({ length: Math.floor(days / 12) }, (_, n) => lasting(at(n * 12 + 5), 20 * MINUTE));
  const isIn = (times: { from: number; until: number }[], moment: number) =>
    times.some(({ from, until }) => moment >= from && moment < until);

  return {
    outages,
    fateAt(moment) {
      if (isIn(outages, moment)) return random.chance(0.5) ? "down" : "cut";
      if (isIn(storms, moment)) return random.chance(0.2) ? "down" : "busy";
      const part = random.part();
      if (part < 0.015) return "lost";
      if (part < 0.02) return "cut";
      if (part < 0.025) return "down";
      return part < 0.045 ? "busy" : "taken";
    },
  };
}
