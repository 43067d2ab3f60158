import type { Temporal } from "temporal-polyfill";
import { addWorkingDays, type WorkingCalendar } from "../calendar";
import { isUpTo } from "./days";

export type ReminderReason = "overdue" | "due" | "waiting" | "soon";
export type ReminderItem = { stepId: string; reason: ReminderReason };

const soonDays = 3;

/** The last day that is soon: 3 working days away, and the days off after it. */
export const soonUntil = (today: Temporal.PlainDate, calendar: WorkingCalendar) =>
  addWorkingDays(today, soonDays + 1, calendar).subtract({ days: 1 });

type Dated = { dueOn: Temporal.PlainDate | null; waitingSince: Temporal.PlainDate | null };

/** Why a step is worth naming on a day; null if it isn't. */
export function reasonOf(
  { dueOn, waitingSince }: Dated,
  today: Temporal.PlainDate,
  soon: Temporal.PlainDate,
): ReminderReason | null {
  if (dueOn?.equals(today)) return "due";
  if (dueOn && isUpTo(dueOn, today)) return "overdue";
  if (waitingSince && isUpTo(waitingSince, today)) return "waiting";
  return dueOn && isUpTo(dueOn, soon) ? "soon" : null;
}
