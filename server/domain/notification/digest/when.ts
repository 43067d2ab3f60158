import { Temporal } from "temporal-polyfill";
import { addWorkingDays, localDate, localMorning } from "../../calendar";

/** Half past eight, after the morning's reminder; what was missed until noon is left for the next week's. */
const FROM = { hour: 8, minutes: 30 };
const UNTIL_HOUR = 12;

export type Where = { zone: string; country: string };

/** Whether it is the morning of a digest: a Monday's, or of the first day after it that is worked. */
export function isDigestMorning(at: Date, { zone, country }: Where): boolean {
  const now = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  const day = digestDayOf(localDate(now, zone), country);
  return (
    Temporal.Instant.compare(now, morningOf(day, zone)) >= 0 &&
    Temporal.Instant.compare(now, localMorning(day, zone, UNTIL_HOUR)) < 0
  );
}

/** The next such morning that is still to come. */
export function nextDigestAt(at: Date, { zone, country }: Where): Date {
  const now = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  const today = localDate(now, zone);
  const thisWeek = morningOf(digestDayOf(today, country), zone);
  const isAhead = Temporal.Instant.compare(thisWeek, now) > 0;
  const next = isAhead ? thisWeek : morningOf(digestDayOf(today.add({ weeks: 1 }), country), zone);
  return new Date(next.epochMilliseconds);
}

/** Of the week in which a day lies. */
const digestDayOf = (day: Temporal.PlainDate, country: string) => addWorkingDays(weekOf(day), 0, { country });

/** The last day before the week in which a day lies. Days: "2026-11-25". */
export const sundayBefore = (day: string): string =>
  weekOf(Temporal.PlainDate.from(day)).subtract({ days: 1 }).toString();

const weekOf = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 });

const morningOf = (day: Temporal.PlainDate, zone: string) =>
  localMorning(day, zone, FROM.hour).add({ minutes: FROM.minutes });
