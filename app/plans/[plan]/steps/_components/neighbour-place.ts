import type { PlanView } from "@/server/domain/plan/schemas";
import type { Step } from "@/server/domain/step/schemas";

export type Place = { milestoneId: string; afterId: string | null; beforeId: string | null };

/** One place up or down: past its neighbour, or over the edge into the next milestone. Null at either end of the plan. */
export function neighbourPlace(step: Step, by: 1 | -1, { milestones, steps }: PlanView): Place | null {
  const siblings = steps.filter((other) => other.milestoneId === step.milestoneId);
  const at = siblings.findIndex(({ id }) => id === step.id);
  const past = siblings[at + by];
  if (past) {
    const beyond = siblings[at + 2 * by]?.id ?? null;
    return by === 1
      ? { milestoneId: step.milestoneId, afterId: past.id, beforeId: beyond }
      : { milestoneId: step.milestoneId, afterId: beyond, beforeId: past.id };
  }
  const home = milestones.findIndex(({ id }) => id === step.milestoneId);
  const next = milestones[home + by];
  if (!next) return null;
  const there = steps.filter((other) => other.milestoneId === next.id);
  return by === 1
    ? { milestoneId: next.id, afterId: null, beforeId: there[0]?.id ?? null }
    : { milestoneId: next.id, afterId: there.at(-1)?.id ?? null, beforeId: null };
}
