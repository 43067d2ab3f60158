import { Temporal } from "temporal-polyfill";
import { localDate, localMorning } from "./local-time";
import type { Clock } from "./place-of-address";
import { addWorkingDays, isWorkingDay } from "./working-days";

/** A mail that was held up is still of use in the afternoon; after work nobody is to get one. */
const hours = { from: 8, until: 18 } as const;

/** Later than this, a mail no longer comes when its reader chose to have it. */
const HELD_UP_MS = 30 * 60_000;

/** When work is over on a day. */
export const eveningOf = (day: Temporal.PlainDate, zone: string): Temporal.Instant =>
  localMorning(day, zone, hours.until);

/** Null while somebody is at work; otherwise the morning on which they will be again. */
export function nextMorningAtWork(at: Date, { zone, calendar }: Clock): Date | null {
  const now = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  const today = localDate(now, zone);
  const isBefore = Temporal.Instant.compare(now, localMorning(today, zone, hours.from)) < 0;
  const isOver = Temporal.Instant.compare(now, eveningOf(today, zone)) >= 0;
  if (isWorkingDay(today, calendar) && !isBefore && !isOver) return null;
  const day = addWorkingDays(isOver ? today.add({ days: 1 }) : today, 0, calendar);
  return new Date(localMorning(day, zone, hours.from).epochMilliseconds);
}

/** What was held up until its reader no longer works waits for their morning, like a reminder. Null while it may go. */
export function morningOfLate(
  meantFor: Date,
  { zone, country }: { zone: string; country: string },
  now: Date,
): Date | null {
  if (now.getTime() - meantFor.getTime() < HELD_UP_MS) return null;
  return nextMorningAtWork(now, { zone, calendar: { country } });
}
