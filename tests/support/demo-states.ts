import { lookAroundAs } from "@/db/seed/look-around";
import { listPlans } from "@/server/domain/plan";
import type { PlanListItem } from "@/server/domain/plan/schemas";
import { owner } from "./database";

/** Each of the demo's plans as its seller sees it: the customer, the state, whether a reason is given. */
export async function demoStates() {
  const [seller] = await owner()`select id from person where email = ${lookAroundAs.seller}`;
  const [workspace] = await owner()`select id from workspace`;
  const { plans } = await listPlans.run({ personId: seller?.id }, { workspaceId: workspace?.id });
  return plans.map((plan) => [plan.customerName, stateOf(plan), plan.health.reasons.length > 0]).sort();
}

function stateOf({ health, stepsDone, stepsTotal }: PlanListItem): string {
  if (stepsDone === stepsTotal) return `${health.state}, done`;
  return stepsDone === 0 ? `${health.state}, just begun` : health.state;
}

export const fiveStates = [
  ["Brightwater Care", "stalled", true],
  ["City of Lindhaven", "on_track, just begun", false],
  ["Harbour & Finch Logistics", "on_track", false],
  ["Meridian Foods", "on_track, done", false],
  ["Northwind Health", "at_risk", true],
];
