import type { Side, StepStatus, Zone } from "@/db/vocabulary";

/** What health asks of a plan's steps, of the shared ones only. `since` is the earliest date of the overdue, null when none is. */
export type StepCounts = {
  all: number;
  open: number;
  stalled: number;
  overdue: Record<Side, { count: number; since: string | null }>;
};

/** `side` is the owner's, null for a step without one; `isStalled` says that reminding has stopped. */
export type CountedStep = {
  status: StepStatus;
  dueOn: string | null;
  zone: Zone;
  side: Side | null;
  isStalled: boolean;
};

/** A step without an owner counts as the supplier's: whoever made the plan has to find one. */
export function countSteps(steps: readonly CountedStep[], today: string): StepCounts {
  const counts = noSteps();
  for (const { zone, status, dueOn, side, isStalled } of steps) {
    if (zone !== "shared") continue;
    counts.all++;
    if (status === "done" || status === "dropped") continue;
    counts.open++;
    if (isStalled) counts.stalled++;
    if (dueOn === null || dueOn >= today) continue;
    const overdue = counts.overdue[side ?? "seller"];
    overdue.count++;
    if (overdue.since === null || dueOn < overdue.since) overdue.since = dueOn;
  }
  return counts;
}

export const noSteps = (): StepCounts => ({
  all: 0,
  open: 0,
  stalled: 0,
  overdue: { buyer: { count: 0, since: null }, seller: { count: 0, since: null } },
});
