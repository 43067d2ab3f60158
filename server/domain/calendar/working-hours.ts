import { Temporal } from "temporal-polyfill";
import { localDate, localMorning } from "./local-time";
import type { Clock } from "./place-of-address";
import { addWorkingDays, isWorkingDay } from "./working-days";

/** A mail that was held up is still of use in the afternoon; after work nobody is to get one. */
const hours = { from: 8, until: 18 } as const;

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
