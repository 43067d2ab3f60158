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

type ThisWeek = {
  isTold: boolean;
  /** Should it be that morning now, it is still to be looked at. */
  isDue: boolean;
};

/** The days of such mornings that are still to come, up to a day. Days: "2026-11-23". */
export function digestDays(at: Date, until: string, where: Where, { isTold, isDue }: ThisWeek): string[] {
  const today = dayAt(at, where.zone);
  const thisWeek = digestDayOf(today, where.country);
  const isAhead = dayAt(nextDigestAt(at, where), where.zone).equals(thisWeek);
  const comes = !isTold && (isAhead || (isDue && isDigestMorning(at, where)));
  const days = comes ? [thisWeek.toString()] : [];
  for (let weeks = 1; ; weeks++) {
    const day = digestDayOf(today.add({ weeks }), where.country).toString();
    if (day > until) return [...new Set(days)].filter((each) => each <= until);
    days.push(day);
  }
}

/** Whether one of these was told in the week of a day. No digest is made on a Sunday: one that was told then is this week's, told on Monday by a clock further east. */
export const isToldInWeekOf = (day: string, toldUntil: readonly Date[], zone: string): boolean =>
  toldUntil.some((until) => dayAt(until, zone).toString() >= sundayBefore(day));

const dayAt = (at: Date, zone: string) => localDate(Temporal.Instant.fromEpochMilliseconds(at.getTime()), zone);

/** Of the week in which a day lies. */
const digestDayOf = (day: Temporal.PlainDate, country: string) => addWorkingDays(weekOf(day), 0, { country });

/** The last day before the week in which a day lies. Days: "2026-11-25". */
const sundayBefore = (day: string) => weekOf(Temporal.PlainDate.from(day)).subtract({ days: 1 }).toString();

const weekOf = (day: Temporal.PlainDate) => day.subtract({ days: day.dayOfWeek - 1 });

const morningOf = (day: Temporal.PlainDate, zone: string) =>
  localMorning(day, zone, FROM.hour).add({ minutes: FROM.minutes });
