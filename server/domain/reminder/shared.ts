import type { Decision } from "./decide";
import type { Situation } from "./load";
import type { FrozenReminder } from "./props";
import type { MilestoneCount } from "./stops";

/** Whether a reminder shows nothing but what both sides see: only then may the other side be answered with it. */
export function isAllShared(
  decision: Decision,
  { steps, neighbours }: Situation,
  milestones: MilestoneCount[],
): boolean {
  const mine = steps.filter(({ personId }) => personId === decision.recipient.personId);
  const own = new Set(mine.map(({ stepId }) => stepId));
  const plans = new Set(mine.map(({ planId }) => planId));
  return (
    mine.every(({ zone }) => zone === "shared") &&
    neighbours.every(({ of, zone, edgeZone }) => !own.has(of) || (zone === "shared" && edgeZone === "shared")) &&
    milestones.every(({ planId, zone }) => !plans.has(planId) || zone === "shared")
  );
}

/** Whether a reminder shows one plan only: who heads it may not see the others. */
export const isOfOnePlan = ({ steps, waitingFor, raised }: FrozenReminder): boolean =>
  new Set([...steps, ...waitingFor, ...raised].map(({ planId }) => planId)).size === 1;
