import type { Temporal } from "temporal-polyfill";
import { localDate } from "../calendar";
import { isUpTo } from "./days";
import { type Person, planReminder, type ReminderStep } from "./plan-reminders";
import type { ReminderItem } from "./reason";

export type ForeseenItem = ReminderItem & { isLast: boolean; isHeld: boolean };
export type ForeseenReminder = { day: Temporal.PlainDate; items: ForeseenItem[] };

/** More looks than a fortnight has mornings, twice over: a bound, not a rule. */
const MOST_LOOKS = 60;

/**
 * The reminders that one person gets up to a day, if nobody does anything until then. It looks as often as a tick would, by the
 * same rules, and lets each day's reminders be counted before the next.
 * @param isHeld whether a step is held back on a day; it is then listed as such, and let go for that day.
 */
export function foreseeReminders(
  person: Person,
  until: Temporal.PlainDate,
  isHeld: (stepId: string, day: Temporal.PlainDate) => boolean,
): ForeseenReminder[] {
  const foreseen: ForeseenReminder[] = [];
  let current = person;
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const { sendNow, nextAt } = planReminder(current);
    if (sendNow) {
      const { localDay, last } = sendNow;
      const items = sendNow.items.map((item) => ({
        ...item,
        isLast: last.includes(item.stepId),
        isHeld: isHeld(item.stepId, localDay),
      }));
      foreseen.push({ day: localDay, items });
      current = afterwards(current, items, localDay);
      continue;
    }
    if (!nextAt || !isUpTo(localDate(nextAt, person.zone), until)) break;
    current = { ...current, now: nextAt };
  }
  return foreseen;
}

function afterwards(person: Person, items: ForeseenItem[], day: Temporal.PlainDate): Person {
  const byStep = new Map(items.map((item) => [item.stepId, item]));
  const steps = person.steps.map((step): ReminderStep => {
    const item = byStep.get(step.id);
    if (!item) return step;
    if (item.isHeld) return { ...step, heldOn: day };
    return { ...step, remindersSent: step.remindersSent + 1, lastRemindedOn: day };
  });
  return { ...person, steps, lastSentOn: items.some(({ isHeld }) => !isHeld) ? day : person.lastSentOn };
}
