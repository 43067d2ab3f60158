import type { Temporal } from "temporal-polyfill";
import { dayNumber, dayOf, weekdayOf, yearOf } from "./day-number";
import { holidaysOf } from "./holidays";
import { weekendOf } from "./weekend";

/** `country` is ISO 3166-1 alpha-2; `region` the part after the hyphen of ISO 3166-2. */
export type WorkingCalendar = { country: string; region?: string | null };

const furthest = 5000;
/** Ten years. Beyond, nobody's holidays are settled, and reckoning those of a lifetime would hold up the server for seconds. */
const mostDaysWithHolidays = 3653;

export function isWorkingDay(date: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  return isWorked(dayNumber(date), calendar);
}

/**
 * Steps `count` working days forward, or back when negative; the day begun on does not count. With 0 it stays on a
 * working day and otherwise moves to the next one.
 * @throws RangeError unless `count` is an integer of at most 5,000 either way.
 */
export function addWorkingDays(date: Temporal.PlainDate, count: number, calendar: WorkingCalendar): Temporal.PlainDate {
  if (!Number.isInteger(count) || Math.abs(count) > furthest) throw new RangeError(`not a count of days: ${count}`);
  if (count === 0) return dayOf(firstWorked(dayNumber(date), 1, calendar));

  const direction = Math.sign(count);
  let day = dayNumber(date);
  for (let left = Math.abs(count); left > 0; left--) day = firstWorked(day + direction, direction, calendar);
  return dayOf(day);
}

/** The day itself when it is worked, otherwise the last one before it that is. */
export function lastWorkingDayUpTo(date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate {
  return dayOf(firstWorked(dayNumber(date), -1, calendar));
}

/**
 * Working days after `from` up to and including `to`: 0 for the same day, negative when `to` is earlier.
 * From a working day, `addWorkingDays(from, n)` is `n` away, up to ten years; over more than that, only weekends are left out.
 */
export function workingDaysBetween(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendar: WorkingCalendar,
): number {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const direction = Math.sign(last - first);
  const counts = Math.abs(last - first) > mostDaysWithHolidays ? isWeekday : isWorked;
  let count = 0;
  for (let day = first; day !== last; ) {
    day += direction;
    if (counts(day, calendar)) count += direction;
  }
  return count;
}

function isWorked(day: number, calendar: WorkingCalendar): boolean {
  const { country, region = null } = calendar;
  return isWeekday(day, calendar) && !holidaysOf(country, region, yearOf(day)).has(day);
}

const isWeekday = (day: number, { country }: WorkingCalendar) => !weekendOf(country).includes(weekdayOf(day));

function firstWorked(from: number, direction: number, calendar: WorkingCalendar): number {
  let day = from;
  while (!isWorked(day, calendar)) day += direction;
  return day;
}
