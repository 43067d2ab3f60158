import { Temporal } from "temporal-polyfill";
import type { Words } from "./words";

/** Whole days from today to a plan date; negative once it is past. */
export const daysUntil = (date: string, today: string) => Temporal.PlainDate.from(today).until(date).days;

export const isOverdue = (dueOn: string | null, today: string) => dueOn !== null && daysUntil(dueOn, today) < 0;

/** "Due today", "Overdue since Fri 20 Nov", "Due Thu 27 Nov, in 3 days" */
export function dueWords(dueOn: string | null, today: string, { t, day }: Words): string {
  if (!dueOn) return t("reminder.due.none");
  const days = daysUntil(dueOn, today);
  if (days < -1) return t("reminder.due.overdue", { day: day(dueOn, today) });
  if (days === -1) return t("reminder.due.yesterday");
  if (days === 0) return t("reminder.due.today");
  if (days === 1) return t("reminder.due.tomorrow");
  if (days < 15) return t("reminder.due.inDays", { day: day(dueOn, today), days });
  return t("reminder.due.on", { day: day(dueOn, today) });
}

/** The same of somebody else's step: "was due yesterday", "due Thu 27 Nov" */
export function dueOfOthers(dueOn: string | null, today: string, { t, day }: Words): string {
  if (!dueOn) return t("reminder.waiting.undated");
  const days = daysUntil(dueOn, today);
  if (days < -1) return t("reminder.waiting.wasDue", { day: day(dueOn, today) });
  if (days === -1) return t("reminder.waiting.wasDueYesterday");
  if (days === 0) return t("reminder.waiting.dueToday");
  return t("reminder.waiting.due", { day: day(dueOn, today) });
}
