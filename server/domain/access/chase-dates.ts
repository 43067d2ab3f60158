import { Temporal } from "temporal-polyfill";
import { addWorkingDays, type Clock, isWorkingDay, localDate, localMorning } from "../calendar";

/** Working days after the invitation: a first reminder, a last one, and then its inviter is told. */
export const chaseDays = [2, 5, 8] as const;
/** Between two of them, where the one before was late. */
const APART = 2;
const morning = { from: 8, until: 11 } as const;

export const remindersOfInvitation = chaseDays.length - 1;

/** @returns the morning of the next look, or null when there is nothing more to do. */
export function nextChase(
  { zone, calendar }: Clock,
  { invitedAt, sent, lastAt }: { invitedAt: Date; sent: number; lastAt: Date | null },
): Date | null {
  const days = chaseDays[sent];
  if (days === undefined) return null;
  const planned = addWorkingDays(dayOf(invitedAt, zone), days, calendar);
  const apart = lastAt && addWorkingDays(dayOf(lastAt, zone), APART, calendar);
  const day = apart && Temporal.PlainDate.compare(apart, planned) > 0 ? apart : planned;
  return morningOf(day, zone);
}

type Chase = { invitedAt: Date; sent: number; dueAt: Date };

/** The reminders that are still to come and their days, if nobody opens the invitation. A worker that was away sends them late. */
export function chasesAhead(clock: Clock, { invitedAt, sent, dueAt }: Chase, now: Date) {
  const ahead: { number: number; day: string }[] = [];
  let at = dueAt > now ? dueAt : now;
  for (let number = sent + 1; number <= remindersOfInvitation; number++) {
    at = waitsUntil(clock, at) ?? at;
    ahead.push({ number, day: dayOf(at, clock.zone).toString() });
    at = nextChase(clock, { invitedAt, sent: number, lastAt: at }) ?? at;
  }
  return ahead;
}

/** Null when it is the right time; otherwise the morning to wait for: an invitation is chased when its reader begins to work. */
export function waitsUntil(clock: Clock, now: Date): Date | null {
  const { zone, calendar } = clock;
  const today = dayOf(now, zone);
  const begins = morningOf(today, zone);
  if (isWorkingDay(today, calendar)) {
    const ends = localMorning(today, zone, morning.until).epochMilliseconds;
    if (now >= begins && now.getTime() < ends) return null;
    if (now < begins) return begins;
  }
  return nextMorning(clock, now);
}

export const nextMorning = ({ zone, calendar }: Clock, now: Date): Date =>
  morningOf(addWorkingDays(dayOf(now, zone).add({ days: 1 }), 0, calendar), zone);

const dayOf = (at: Date, zone: string) => localDate(Temporal.Instant.fromEpochMilliseconds(at.getTime()), zone);
const morningOf = (day: Temporal.PlainDate, zone: string) =>
  new Date(localMorning(day, zone, morning.from).epochMilliseconds);
