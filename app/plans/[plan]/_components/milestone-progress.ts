import type { LineStop } from "@/app/_components/line/line-shape";
import type { StepStatus } from "@/db/vocabulary";
import type { Milestone } from "@/server/domain/milestone/schemas";
import type { PlanView } from "@/server/domain/plan/schemas";
import type { Step } from "@/server/domain/step/schemas";

export type Progress = { status: StepStatus; done: number; total: number; doneOn: string | null };

/** A milestone's state follows its steps, unless somebody has said otherwise; dropped steps don't count. */
export function progressOf(milestone: Milestone, steps: readonly Step[]): Progress {
  const counted = steps.filter((step) => step.milestoneId === milestone.id && step.status !== "dropped");
  const done = counted.filter(({ status }) => status === "done");
  const last = done
    .map(({ doneAt }) => doneAt?.toISOString().slice(0, 10) ?? "")
    .sort()
    .at(-1);
  return {
    status: milestone.statusOverride ?? statusOf(counted, done.length),
    done: done.length,
    total: counted.length,
    doneOn: last || null,
  };
}

function statusOf(counted: readonly Step[], done: number): StepStatus {
  if (counted.length === 0) return "todo";
  if (done === counted.length) return "done";
  if (counted.some(({ status }) => status === "blocked")) return "blocked";
  return done > 0 || counted.some(({ status }) => status === "doing") ? "doing" : "todo";
}

/** The plan's milestones as stops of its line. */
export function stopsOf({ milestones, steps }: PlanView, hrefOf?: (milestone: Milestone) => string): LineStop[] {
  return milestones.map((milestone) => {
    const progress = progressOf(milestone, steps);
    return {
      id: milestone.id,
      title: milestone.title,
      due: milestone.dueOn,
      status: progress.status,
      doneOn: progress.status === "done" ? progress.doneOn : null,
      stepsDone: progress.done,
      stepsTotal: progress.total,
      kind: milestone.isDecision ? "decision" : "milestone",
      href: hrefOf?.(milestone),
    };
  });
}
