import { finishingKinds } from "@/db/vocabulary";
import type { Event } from "@/server/domain/activity/schemas";
import type { PlanView } from "@/server/domain/plan/schemas";
import type { Step } from "@/server/domain/step/schemas";

/**
 * Draws an event at once, out of what it says itself; the plan is read anew a little later. A field that no
 * longer has the value which the event replaced is left: something newer is already there.
 * @returns the same plan when the event says nothing that can be drawn without reading it anew.
 */
export function absorb(view: PlanView, event: Event): PlanView {
  if (event.subjectType !== "step") return view;
  const step = view.steps.find(({ id }) => id === event.subjectId);
  const changes = step && changesOf(step, event);
  if (!changes || Object.keys(changes).length === 0) return view;
  return { ...view, steps: view.steps.map((row) => (row.id === event.subjectId ? { ...row, ...changes } : row)) };
}

const editable = ["title", "kind", "ownerId", "description", "dueOn"] as const satisfies readonly (keyof Step)[];

function changesOf(step: Step, { kind, before, after, at }: Event): Partial<Step> {
  if (!before || !after) return {};
  if (kind === "step.edited") {
    const changed = editable.filter((field) => field in after && step[field] === (before[field] ?? null));
    return Object.fromEntries(changed.map((field) => [field, after[field]]));
  }
  if (step.status !== before.status) return {};
  if (finishingKinds.includes(kind)) return { status: "done", statusReason: null, doneAt: at };
  if (kind === "step.status_changed" || kind === "step.declined") {
    return {
      status: after.status as Step["status"],
      statusReason: (after.statusReason ?? null) as string | null,
      doneAt: null,
    };
  }
  return {};
}
