import type { z } from "zod";
import type { PlanView } from "@/server/domain/plan/schemas";
import type { AddStep, MoveStep, Step } from "@/server/domain/step/schemas";

/** How the plan looks with one step changed; the plan itself when the step is not in it. */
export function withStep(view: PlanView, stepId: string, change: (step: Step) => Partial<Step>): PlanView {
  return {
    ...view,
    steps: view.steps.map((step) => (step.id === stepId ? { ...step, ...change(step) } : step)),
  };
}

/** In the order of their positions, which are compared by their bytes as in the database. */
export function sorted(steps: readonly Step[]): Step[] {
  return [...steps].sort((left, right) =>
    left.position < right.position ? -1 : Number(left.position > right.position),
  );
}

type Move = Pick<z.input<typeof MoveStep>, "stepId" | "milestoneId" | "afterId" | "beforeId">;

/** The steps in the order they will have: the list's order is what is shown, so no position has to be guessed. */
export function placed(steps: readonly Step[], { stepId, milestoneId, afterId, beforeId }: Move): Step[] {
  const moved = steps.find(({ id }) => id === stepId);
  if (!moved) return [...steps];
  const rest = steps.filter(({ id }) => id !== stepId);
  const at = placeIn(rest, milestoneId, afterId, beforeId);
  return [...rest.slice(0, at), { ...moved, milestoneId }, ...rest.slice(at)];
}

function placeIn(
  rest: readonly Step[],
  milestoneId: string,
  afterId?: string | null,
  beforeId?: string | null,
): number {
  const after = afterId ? rest.findIndex(({ id }) => id === afterId) : -1;
  if (after !== -1) return after + 1;
  const before = beforeId ? rest.findIndex(({ id }) => id === beforeId) : -1;
  if (before !== -1) return before;
  return rest.findLastIndex((step) => step.milestoneId === milestoneId) + 1 || rest.length;
}

type Added = Omit<z.input<typeof AddStep>, "planId">;

/** Stands for a step that the server has not numbered yet: drawn, but not to be acted on. */
export const isDraft = (step: Step): boolean => step.version === 0;

export function draftStep(view: PlanView, added: Added): Step {
  const milestone = view.milestones.find(({ id }) => id === added.milestoneId);
  return {
    id: `draft-${added.milestoneId}-${added.title}`,
    milestoneId: added.milestoneId,
    zone: added.zone ?? milestone?.zone ?? "shared",
    title: added.title.trim(),
    kind: added.kind ?? "task",
    status: "todo",
    statusReason: null,
    ownerId: added.ownerId ?? null,
    description: added.description ?? null,
    dueOn: added.dueOn ?? null,
    doneAt: null,
    position: "~",
    version: 0,
    waitsFor: [],
    remindersSent: 0,
    stalledOn: null,
    snoozedUntil: null,
    cadence: null,
  };
}
