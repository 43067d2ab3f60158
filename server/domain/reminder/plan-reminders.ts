import { Temporal } from "temporal-polyfill";
import type { Cadence, StepStatus } from "@/db/vocabulary";
import { addWorkingDays, isWorkingDay, localDate, localMorning, type WorkingCalendar } from "../calendar";
import { nextCadenceDay } from "./cadence";
import { isUpTo, later, latest } from "./days";
import { type ReminderItem, reasonOf, soonUntil } from "./reason";
import { mostReminders } from "./schemas";

/** Hours of the recipient's day between which a reminder may leave. */
export const morning = { from: 8, until: 11 } as const;

export type ReminderStep = {
  id: string;
  dueOn: Temporal.PlainDate | null;
  status: StepStatus;
  /** Null: no reminders. */
  cadence: Cadence | null;
  /** Nothing that it waits for is open. */
  isActionable: boolean;
  /** What was sent to its present owner for its present due date, and the local day of the last. */
  remindersSent: number;
  lastRemindedOn: Temporal.PlainDate | null;
  /** When its present due date, owner and cadence were set, or null if that is not known. */
  scheduledAt: Temporal.Instant | null;
  /** The day to which its owner put it off. */
  snoozedUntil: Temporal.PlainDate | null;
  /** The last day up to today on which its reminder was held back. */
  heldOn: Temporal.PlainDate | null;
  /** The earliest due date among the open steps that wait for this one; null if nobody waits. */
  waitingSince: Temporal.PlainDate | null;
};

export type ReminderPlan = {
  /**
   * `items` are what the cadence asks for today: each counts as a reminder; `last` names those that are reminded of for the last
   * time. `alsoOpen` is worth naming beside them and does not count.
   */
  sendNow: { localDay: Temporal.PlainDate; items: ReminderItem[]; alsoOpen: ReminderItem[]; last: string[] } | null;
  /** When to look again if nothing changes and what is in `sendNow` was sent; null if never. */
  nextAt: Temporal.Instant | null;
  /** Steps still open after the last reminder, this one included. */
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
 * one. A day of the cadence whose morning was over when the step got its date, owner or cadence is let go, and so is one that was
 * held: rescheduling sends nothing. Steps that wait for others, or that their owner has called blocked, are left alone; so are
 * those put off, until their day: on that one their owner is reminded, also when the cadence is used up or switched off, though never
 * more often than anybody is of one step. Whoever holds others up is told from the day on which those wanted to be done.
 */
export function planReminder(person: Person): ReminderPlan {
  const { now, zone, steps } = person;
  const today = localDate(now, zone);
  const owed = maySendNow(person, today)
    ? steps.filter((step) => isRemindable(step, person) && isOwed(step, today, person))
    : [];
  const isOwedNow = new Set(owed);
  const after = steps.map((step) => (isOwedNow.has(step) ? reminded(step, today) : step));
  const stalls = after.flatMap((step) => {
    const day = stallDay(step, person);
    return day ? [{ id: step.id, day }] : [];
  });

  return {
    sendNow:
      owed.length > 0
        ? {
            localDay: today,
            ...itemsOf(steps, isOwedNow, today, person),
            last: owed.filter((step) => isUsedUp(reminded(step, today), person)).map(({ id }) => id),
          }
        : null,
    nextAt: nextLook(
      after,
      stalls.flatMap(({ day }) => (isUpTo(day, today) ? [] : [day])),
      owed.length > 0 ? { ...person, lastSentOn: today } : person,
      today,
    ),
    stalled: stalls.flatMap(({ id, day }) => (isUpTo(day, today) ? [id] : [])),
  };
}

function isOpen({ status }: ReminderStep): boolean {
  return status !== "done" && status !== "dropped";
}

function isRemindable(step: ReminderStep, person: Person): boolean {
  if (!isOpen(step) || step.status === "blocked" || !step.isActionable) return false;
  return hasCadenceLeft(step) || isAskedFor(step, person);
}

const hasCadenceLeft = ({ cadence, remindersSent }: ReminderStep) => cadence !== null && remindersSent < cadence.most;

/** Its owner put it off to a day on which they have not been reminded yet. */
function isAskedFor(step: ReminderStep, person: Person): boolean {
  const { snoozedUntil, remindersSent } = step;
  if (snoozedUntil === null || remindersSent >= mostReminders) return false;
  const after = lastDayOver(step, person);
  return after === null || !isUpTo(snoozedUntil, after);
}

/** Up to this day all has been said, held back or let go. */
const lastDayOver = ({ lastRemindedOn, scheduledAt, heldOn }: ReminderStep, { zone }: Person) =>
  latest(lastRemindedOn, heldOn, scheduledAt && lastMorningOver(scheduledAt, zone));

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

/** The next day on which the step's cadence asks for a reminder; it may be past. Null if it asks for none any more. */
function nextReminderDay(step: ReminderStep, person: Person): Temporal.PlainDate | null {
  const { cadence, snoozedUntil } = step;
  const { calendar } = person;
  if (snoozedUntil && isAskedFor(step, person)) return addWorkingDays(snoozedUntil, 0, calendar);
  if (!cadence || !hasCadenceLeft(step)) return null;
  const { day, isOwn } = dayThatMatters(step);
  return day && nextCadenceDay(cadence, day, isOwn, lastDayOver(step, person), calendar);
}

/** Its own due date, or the one of somebody who waits for it and wanted to be done sooner. */
function dayThatMatters({ dueOn, waitingSince }: ReminderStep) {
  if (waitingSince && (!dueOn || !isUpTo(dueOn, waitingSince))) return { day: waitingSince, isOwn: false };
  return { day: dueOn, isOwn: true };
}

/** Nothing more comes of it although something came. */
function isUsedUp(step: ReminderStep, person: Person): boolean {
  if (!isOpen(step) || step.cadence === null || step.remindersSent === 0) return false;
  if (isRemindable(step, person) && isAskedFor(step, person)) return false;
  if (!hasCadenceLeft(step)) return true;
  return isRemindable(step, person) && dayThatMatters(step).day !== null && nextReminderDay(step, person) === null;
}

/** The day from which a used-up step stands still: not before the day that matters, nor before the one it is put off to. */
function stallDay(step: ReminderStep, person: Person): Temporal.PlainDate | null {
  if (!isUsedUp(step, person)) return null;
  return latest(dayThatMatters(step).day, step.snoozedUntil) ?? step.lastRemindedOn;
}

/** The last local day whose morning had come at an instant. */
function lastMorningOver(instant: Temporal.Instant, zone: string): Temporal.PlainDate {
  const day = localDate(instant, zone);
  const hasCome = Temporal.Instant.compare(localMorning(day, zone, morning.from), instant) <= 0;
  return hasCome ? day : day.subtract({ days: 1 });
}

function nextLook(
  steps: readonly ReminderStep[],
  stallDays: Temporal.PlainDate[],
  person: Person,
  today: Temporal.PlainDate,
): Temporal.Instant | null {
  const reminders = steps.filter((step) => isRemindable(step, person)).map((step) => nextReminderDay(step, person));
  const days = [...reminders, ...stallDays].filter((day) => day !== null);
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
  steps: readonly ReminderStep[],
  owed: ReadonlySet<ReminderStep>,
  today: Temporal.PlainDate,
  person: Person,
) {
  const soon = soonUntil(today, person.calendar);
  const items: ReminderItem[] = [];
  const alsoOpen: ReminderItem[] = [];
  for (const step of steps.filter((each) => isRemindable(each, person))) {
    const reason = reasonOf(step, today, soon);
    if (owed.has(step)) items.push({ stepId: step.id, reason: reason ?? "soon" });
    else if (reason && !isPutAside(step, today)) alsoOpen.push({ stepId: step.id, reason });
  }
  return { items, alsoOpen };
}

/** Put off to a later day, or held back today: not named beside others either. */
function isPutAside({ snoozedUntil, heldOn }: ReminderStep, today: Temporal.PlainDate): boolean {
  return (snoozedUntil !== null && !isUpTo(snoozedUntil, today)) || heldOn?.equals(today) === true;
}
