import { Temporal } from "temporal-polyfill";
import type { Pace } from "@/db/vocabulary";
import { addWorkingDays, localDate, localMorning } from "../calendar";

/** A quarter past eight: after the morning's reminder, so that it can leave out what that one says. */
const MORNING_HOUR = 8;
const AFTER_REMINDERS_MINUTES = 15;
const QUIET_MS = 5 * 60_000;
const LONGEST_WAIT_MS = 30 * 60_000;
const STALE_MS = 48 * 60 * 60_000;

/** In which zone somebody's morning is, and by whose working days. */
export type Whereabouts = { zone: string; country: string };

/**
 * When a mail may say it: at once after five quiet minutes, else on the next local morning that is worked, or the next Monday's.
 * Null for what is not mailed, and for what should have been said two days ago: late news are in the inbox.
 */
export function mailDueAt(pace: Pace, happened: Date, where: Whereabouts, now: Date): Date | null {
  if (pace === "off") return null;
  const due = pace === "at_once" ? new Date(happened.getTime() + QUIET_MS) : morningAfter(pace, happened, where);
  return now.getTime() - due.getTime() > STALE_MS ? null : due;
}

/** What is said at once waits for five quiet minutes, and never for longer than half an hour from the first. */
export function burstDueAt(happened: readonly Date[]): Date {
  const times = happened.map((at) => at.getTime());
  return new Date(Math.min(Math.max(...times) + QUIET_MS, Math.min(...times) + LONGEST_WAIT_MS));
}

function morningAfter(pace: "daily" | "weekly", happened: Date, { zone, country }: Whereabouts): Date {
  const calendar = { country };
  const instant = Temporal.Instant.fromEpochMilliseconds(happened.getTime());
  const today = localDate(instant, zone);
  const first = addWorkingDays(pace === "weekly" ? mondayFrom(today) : today, 0, calendar);
  if (Temporal.Instant.compare(morningOf(first, zone), instant) > 0) return dateOf(morningOf(first, zone));
  const next = pace === "weekly" ? mondayFrom(today.add({ days: 1 })) : today.add({ days: 1 });
  return dateOf(morningOf(addWorkingDays(next, 0, calendar), zone));
}

/** The day itself when it is a Monday, else the next one. */
const mondayFrom = (day: Temporal.PlainDate) => day.add({ days: (8 - day.dayOfWeek) % 7 });

const morningOf = (day: Temporal.PlainDate, zone: string) =>
  localMorning(day, zone, MORNING_HOUR).add({ minutes: AFTER_REMINDERS_MINUTES });

const dateOf = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds);
