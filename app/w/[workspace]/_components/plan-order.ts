import type { LineStop } from "@/app/_components/line/line-shape";
import type { PlanListItem } from "@/server/domain/plan/schemas";

/** What needs help most comes first. */
export const healthStates = ["stalled", "at_risk", "on_track"] as const;
export type HealthState = (typeof healthStates)[number];

export const healthIn = (value: string | null): HealthState | null =>
  healthStates.find((state) => state === value) ?? null;

export function byNeed(one: PlanListItem, other: PlanListItem): number {
  const need = healthStates.indexOf(one.health.state) - healthStates.indexOf(other.health.state);
  return need || one.decidesOn.localeCompare(other.decidesOn) || one.customerName.localeCompare(other.customerName);
}

export const isFinished = ({ stepsDone, stepsTotal }: PlanListItem) => stepsTotal > 0 && stepsDone === stepsTotal;

export function stopsOf({ milestones }: PlanListItem): LineStop[] {
  return milestones.map(({ id, title, dueOn, isDecision, done, total }) => ({
    id,
    title,
    due: dueOn,
    status: total > 0 && done === total ? "done" : done > 0 ? "doing" : "todo",
    stepsDone: done,
    stepsTotal: total,
    kind: isDecision ? "decision" : "milestone",
  }));
}
