import { Temporal } from "temporal-polyfill";
import { addWorkingDays, type WorkingCalendar } from "../calendar";

/** After so many reminders of one step nobody is asked again; the plan shows a stall instead. */
export const mostReminders = 6;

/** Working days from the due date: before it, on it, after it. Then weekly. */
export const soonDays = 3;
const fixedDays = [-soonDays, 0, 2, 5] as const;

/**
 * The first day after `after` on which the cadence asks for a reminder: 3 working days before the day that matters, on it, 2 and 5
 * working days after, then every week. It never ends; the count of what was sent ends it. All are working days; a day that matters
 * and is none counts as the next one.
 * @param isBeforeToo false leaves out the reminder before the day.
 * @param after null for the very first.
 */
export function nextCadenceDay(
  matters: Temporal.PlainDate,
  isBeforeToo: boolean,
  after: Temporal.PlainDate | null,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  const isLater = (day: Temporal.PlainDate) => after === null || Temporal.PlainDate.compare(day, after) > 0;
  const worked = addWorkingDays(matters, 0, calendar);
  for (const days of fixedDays.slice(isBeforeToo ? 0 : 1)) {
    const day = addWorkingDays(worked, days, calendar);
    if (isLater(day)) return day;
  }

  const last = addWorkingDays(worked, fixedDays[3], calendar);
  const weeksGone = after === null ? 0 : Math.floor(last.until(after).days / 7);
  for (let weeks = Math.max(1, weeksGone); ; weeks++) {
    const day = addWorkingDays(last.add({ weeks }), 0, calendar);
    if (isLater(day)) return day;
  }
}
