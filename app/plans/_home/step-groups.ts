import { dayParts, daysBetween } from "@/app/_components/ui/plain-date";
import type { HomeStep } from "@/server/domain/person/schemas";

export const stepGroups = ["overdue", "thisWeek", "later"] as const;
export type StepGroup = (typeof stepGroups)[number];

/** Which heading a step stands under. The week ends on Sunday; what is due tomorrow is "later" only if put off. */
export function groupOf({ dueOn, snoozedUntil }: HomeStep, today: string): StepGroup {
  if (dueOn === null || (snoozedUntil !== null && snoozedUntil > today)) return "later";
  const days = daysBetween(today, dueOn);
  if (days < 0) return "overdue";
  const untilSunday = (7 - dayParts(today).weekday) % 7;
  return days <= Math.max(untilSunday, 1) ? "thisWeek" : "later";
}

export const byDate = (one: HomeStep, other: HomeStep): number =>
  (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999");

/** What presses most, and how many of it: for the sentence under the title. */
export function mostUrgent(steps: readonly HomeStep[], today: string) {
  const distances = steps.flatMap(({ dueOn }) => (dueOn === null ? [] : [daysBetween(today, dueOn)]));
  const overdue = distances.filter((days) => days < 0).length;
  if (overdue > 0) return { urgent: "overdue", count: overdue };
  for (const [days, urgent] of [
    [0, "today"],
    [1, "tomorrow"],
  ] as const) {
    const count = distances.filter((distance) => distance === days).length;
    if (count > 0) return { urgent, count };
  }
  return { urgent: "none", count: 0 };
}

/** Of how many plans the others' next steps are shown to somebody who has none. */
export const othersShown = 3;
