import type { PlanView } from "@/server/domain/plan/schemas";
import type { Step } from "@/server/domain/step/schemas";

export const isOpen = ({ status }: Step): boolean => status !== "done" && status !== "dropped";

/** Open steps that this one waits for, as far as the reader sees them. */
export function openPredecessorsOf(step: Step, steps: readonly Step[]): Step[] {
  return steps.filter((other) => step.waitsFor.includes(other.id) && isOpen(other));
}

/** Open steps that can't go on before this one. */
export function waitersOf(step: Step, steps: readonly Step[]): Step[] {
  return steps.filter((other) => other.waitsFor.includes(step.id) && isOpen(other));
}

/** Somebody's open steps: first what can be done now, by its date, then what still waits for others. */
export function nextStepsOf({ steps }: PlanView, isMine: (step: Step) => boolean): Step[] {
  const held = (step: Step) => step.status === "blocked" || openPredecessorsOf(step, steps).length > 0;
  return steps
    .filter((step) => isOpen(step) && isMine(step))
    .map((step) => ({ step, isHeld: held(step), due: step.dueOn ?? "9999-12-31" }))
    .sort((left, right) => Number(left.isHeld) - Number(right.isHeld) || left.due.localeCompare(right.due))
    .map(({ step }) => step);
}
