import { Temporal } from "temporal-polyfill";
import { isWorkingDay, localMorning } from "@/server/domain/calendar";

/** Days since 1 January 1970: a year of days for thousands of people is counted on numbers. */
export type Day = number;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const dayFrom = (iso: string): Day => Date.parse(iso) / DAY;
export const isoOf = (day: Day): string => new Date(day * DAY).toISOString().slice(0, 10);

const worked = new Map<string, Map<Day, boolean>>();

export function isWorked(country: string, day: Day): boolean {
  const known = worked.get(country) ?? new Map<Day, boolean>();
  worked.set(country, known);
  const answer = known.get(day) ?? isWorkingDay(Temporal.PlainDate.from(isoOf(day)), { country });
  known.set(day, answer);
  return answer;
}

export function workedFrom(country: string, day: Day, direction = 1): Day {
  let found = day;
  while (!isWorked(country, found)) found += direction;
  return found;
}

export function workedAway(country: string, day: Day, count: number): Day {
  const direction = Math.sign(count);
  let found = day;
  for (let left = Math.abs(count); left > 0; left--) found = workedFrom(country, found + direction, direction);
  return found;
}

const hours = new Map<string, number>();

/** When it is so many o'clock on a day in a zone. */
export function hourOf(zone: string, day: Day, hour: number): number {
  const key = `${zone} ${day} ${hour}`;
  const known = hours.get(key);
  if (known !== undefined) return known;
  const at = localMorning(Temporal.PlainDate.from(isoOf(day)), zone, hour).epochMilliseconds;
  hours.set(key, at);
  return at;
}

export function localDayOf(zone: string, at: number): Day {
  let day = Math.floor(at / DAY) + 1;
  while (hourOf(zone, day, 0) > at) day -= 1;
  return day;
}
