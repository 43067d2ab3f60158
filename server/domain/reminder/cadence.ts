import { Temporal } from "temporal-polyfill";
import type { Cadence } from "@/db/vocabulary";
import { addWorkingDays, type WorkingCalendar } from "../calendar";

/**
 * The first day after `after` on which the cadence asks for a reminder, or null when it asks for none any more. The count of what
 * was sent ends it, not this. All are working days; a day that matters and is none counts as the next one. Weeks are counted from
 * the last of the days, or from the day that matters if all are before it.
 * @param isBeforeToo false leaves out the reminders before the day.
 * @param after null for the very first.
 */
export function nextCadenceDay(
  { days, weekly }: Cadence,
  matters: Temporal.PlainDate,
  isBeforeToo: boolean,
  after: Temporal.PlainDate | null,
  calendar: WorkingCalendar,
): Temporal.PlainDate | null {
  const isLater = (day: Temporal.PlainDate) => after === null || Temporal.PlainDate.compare(day, after) > 0;
  const worked = addWorkingDays(matters, 0, calendar);
  for (const count of days) {
    if (count < 0 && !isBeforeToo) continue;
    const day = addWorkingDays(worked, count, calendar);
    if (isLater(day)) return day;
  }
  if (!weekly) return null;

  const last = addWorkingDays(worked, Math.max(0, days.at(-1) ?? 0), calendar);
  const weeksGone = after === null ? 0 : Math.floor(last.until(after).days / 7);
  for (let weeks = Math.max(1, weeksGone); ; weeks++) {
    const day = addWorkingDays(last.add({ weeks }), 0, calendar);
    if (isLater(day)) return day;
  }
}
