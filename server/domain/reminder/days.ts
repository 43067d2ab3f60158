import { Temporal } from "temporal-polyfill";

type Day = Temporal.PlainDate | null;

export function isUpTo(day: Temporal.PlainDate, last: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, last) <= 0;
}

export function later(left: Day, right: Day): Day {
  if (!left || !right) return left ?? right;
  return isUpTo(left, right) ? right : left;
}

export const latest = (...days: Day[]): Day => days.reduce(later, null);
