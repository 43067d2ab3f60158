import type { Temporal } from "temporal-polyfill";
import { holidaysOf } from "./holidays";
import { weekendOf } from "./weekend";

/** `country` is ISO 3166-1 alpha-2; `region` the part after the hyphen of ISO 3166-2. */
export type WorkingCalendar = { country: string; region?: string | null };

const furthest = 5000;

export function isWorkingDay(date: Temporal.PlainDate, { country, region = null }: WorkingCalendar): boolean {
  if (weekendOf(country).includes(date.dayOfWeek)) return false;
  return !holidaysOf(country, region, date.year).has(date.toString());
}

/**
 * Steps `count` working days forward, or back when negative; the day begun on does not count. With 0 it stays on a
 * working day and otherwise moves to the next one.
 * @throws RangeError unless `count` is an integer of at most 5,000 either way.
 */
export function addWorkingDays(date: Temporal.PlainDate, count: number, calendar: WorkingCalendar): Temporal.PlainDate {
  if (!Number.isInteger(count) || Math.abs(count) > furthest) throw new RangeError(`not a count of days: ${count}`);
  if (count === 0) return onWorkingDay(date, 1, calendar);

  const direction = Math.sign(count);
  let day = date;
  for (let left = Math.abs(count); left > 0; left--) {
    day = onWorkingDay(day.add({ days: direction }), direction, calendar);
  }
  return day;
}

/** The day itself when it is worked, otherwise the last one before it that is. */
export function lastWorkingDayUpTo(date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate {
  return onWorkingDay(date, -1, calendar);
}

/**
 * Working days after `from` up to and including `to`: 0 for the same day, negative when `to` is earlier.
 * From a working day, `addWorkingDays(from, n)` is `n` away.
 */
export function workingDaysBetween(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendar: WorkingCalendar,
): number {
  const days = from.until(to).days;
  const direction = Math.sign(days);
  let count = 0;
  for (let step = 1; step <= Math.abs(days); step++) {
    if (isWorkingDay(from.add({ days: step * direction }), calendar)) count += direction;
  }
  return count;
}

function onWorkingDay(date: Temporal.PlainDate, direction: number, calendar: WorkingCalendar): Temporal.PlainDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = day.add({ days: direction });
  return day;
}
