import { Temporal } from "temporal-polyfill";
import type { StepStatus } from "@/db/vocabulary";
import { addWorkingDays, isWorkingDay, localDate, localMorning, type WorkingCalendar } from "../calendar";
import { mostReminders, nextCadenceDay, soonDays } from "./cadence";

/** Hours of the recipient's day between which a reminder may leave. */
export const morning = { from: 8, until: 11 } as const;

export type ReminderReason = "overdue" | "due" | "waiting" | "soon";

export type ReminderStep = {
  id: string;
  dueOn: Temporal.PlainDate | null;
  status: StepStatus;
  /** Nothing that it waits for is open. */
  isActionable: boolean;
  /** What was sent to its present owner for its present due date, and the local day of the last. */
  remindersSent: number;
  lastRemindedOn: Temporal.PlainDate | null;
  /** When its present due date and owner were set, or null if that is not known. */
  scheduledAt: Temporal.Instant | null;
  /** The earliest due date among the open steps that wait for this one; null if nobody waits. */
  waitingSince: Temporal.PlainDate | null;
};

export type ReminderItem = { stepId: string; reason: ReminderReason };

export type ReminderPlan = {
  /** `items` are what the cadence asks for today: each counts as a reminder. `alsoOpen` is worth naming beside them and does not count. */
  sendNow: { localDay: Temporal.PlainDate; items: ReminderItem[]; alsoOpen: ReminderItem[] } | null;
  /** When to look again if nothing changes and what is in `sendNow` was sent; null if never. */
  nextAt: Temporal.Instant | null;
  /** Steps still open after the last reminder. */
  stalled: string[];
};

export type Person = {
  now: Temporal.Instant;
  zone: string;
  calendar: WorkingCalendar;
  steps: readonly ReminderStep[];
  /** The local day of the last reminder to this person about any step. */
  lastSentOn: Temporal.PlainDate | null;
};

/**
 * What to remind one person of now, and when to look again.
 *
 * At most one mail per local day, between 8:00 and 11:00 on their working days. A step is due for a reminder once a day of
 * its cadence has come that is later than its last reminder, so mornings that were missed are made up for by one mail on the next
 * one. A day of the cadence whose morning was over when the step got its date or owner is let go: rescheduling sends nothing.
 * Steps that wait for others, or that their owner has called blocked, are left alone; whoever holds others up is told from the day
 * on which those wanted to be done.
 */
export function planReminder(person: Person): ReminderPlan {
  const { now, zone, steps } = person;
  const today = localDate(now, zone);
  const live = steps.filter(isRemindable);

  const owed = maySendNow(person, today) ? live.filter((step) => isOwed(step, today, person)) : [];
  const isOwedNow = new Set(owed);
  const after = live.map((step) => (isOwedNow.has(step) ? reminded(step, today) : step)).filter(isRemindable);

  return {
    sendNow: owed.length > 0 ? { localDay: today, ...itemsOf(live, isOwedNow, today, person.calendar) } : null,
    nextAt: nextLook(after, owed.length > 0 ? { ...person, lastSentOn: today } : person, today),
    stalled: steps.filter((step) => isOpen(step) && step.remindersSent >= mostReminders).map(({ id }) => id),
  };
}

function isOpen({ status }: ReminderStep): boolean {
  return status !== "done" && status !== "dropped";
}

function isRemindable(step: ReminderStep): boolean {
  return isOpen(step) && step.status !== "blocked" && step.isActionable && step.remindersSent < mostReminders;
}

function reminded(step: ReminderStep, today: Temporal.PlainDate): ReminderStep {
  return { ...step, remindersSent: step.remindersSent + 1, lastRemindedOn: today };
}

function maySendNow({ now, zone, calendar, lastSentOn }: Person, today: Temporal.PlainDate): boolean {
  if (lastSentOn && isUpTo(today, lastSentOn)) return false;
  return (
    Temporal.Instant.compare(now, localMorning(today, zone, morning.from)) >= 0 &&
    Temporal.Instant.compare(now, localMorning(today, zone, morning.until)) < 0 &&
    isWorkingDay(today, calendar)
  );
}

function isOwed(step: ReminderStep, today: Temporal.PlainDate, person: Person): boolean {
  const day = nextReminderDay(step, person);
  return day !== null && isUpTo(day, today);
}

/** The next day on which the step's cadence asks for a reminder; it may be past. Null for a step without a day that matters. */
function nextReminderDay(step: ReminderStep, { zone, calendar }: Person): Temporal.PlainDate | null {
  const { dueOn, waitingSince } = step;
  const after = later(step.lastRemindedOn, step.scheduledAt && lastMorningOver(step.scheduledAt, zone));
  if (waitingSince && (!dueOn || !isUpTo(dueOn, waitingSince))) {
    return nextCadenceDay(waitingSince, false, after, calendar);
  }
  return dueOn && nextCadenceDay(dueOn, true, after, calendar);
}

/** The last local day whose morning had come at an instant. */
function lastMorningOver(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  const day = localDate(instant, zone);
  const hasCome = Temporal.Instant.compare(localMorning(day, zone, morning.from), instant) <= 0;
  return hasCome ? day : day.subtract({ days: 1 });
}

function nextLook(live: readonly ReminderStep[], person: Person, today: Temporal.PlainDate): Temporal.Instant | null {
  const days = live.map((step) => nextReminderDay(step, person)).filter((day) => day !== null);
  if (days.length === 0) return null;
  const { now, zone, calendar, lastSentOn } = person;
  const isTodayOver = Temporal.Instant.compare(now, localMorning(today, zone, morning.until)) >= 0;
  const taken = later(lastSentOn, isTodayOver ? today : null);
  const earliest = taken && isUpTo(today, taken) ? taken.add({ days: 1 }) : today;
  const wished = days.reduce((soonest, day) => (isUpTo(day, soonest) ? day : soonest));
  const day = addWorkingDays(isUpTo(wished, earliest) ? earliest : wished, 0, calendar);
  return localMorning(day, zone, morning.from);
}

function itemsOf(
  live: readonly ReminderStep[],
  owed: ReadonlySet<ReminderStep>,
  today: Temporal.PlainDate,
  calendar: WorkingCalendar,
) {
  const soonUntil = addWorkingDays(today, soonDays + 1, calendar).subtract({ days: 1 });
  const items: ReminderItem[] = [];
  const alsoOpen: ReminderItem[] = [];
  for (const step of live) {
    const reason = reasonOf(step, today, soonUntil);
    if (reason) (owed.has(step) ? items : alsoOpen).push({ stepId: step.id, reason });
  }
  return { items, alsoOpen };
}

function reasonOf(
  { dueOn, waitingSince }: ReminderStep,
  today: Temporal.PlainDate,
  soonUntil: Temporal.PlainDate,
): ReminderReason | null {
  if (dueOn?.equals(today)) return "due";
  if (dueOn && isUpTo(dueOn, today)) return "overdue";
  if (waitingSince && isUpTo(waitingSince, today)) return "waiting";
  return dueOn && isUpTo(dueOn, soonUntil) ? "soon" : null;
}

function isUpTo(day: Temporal.PlainDate, last: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, last) <= 0;
}

function later(left: Temporal.PlainDate | null, right: Temporal.PlainDate | null): Temporal.PlainDate | null {
  if (!left || !right) return left ?? right;
  return isUpTo(left, right) ? right : left;
}
