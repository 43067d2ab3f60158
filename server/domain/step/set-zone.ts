import { and, eq, inArray, isNull, or } from "drizzle-orm";
import {
  comment,
  meeting,
  meetingAttendee,
  milestone,
  step,
  stepAnswer,
  stepDependency,
  stepReminder,
} from "@/db/schema";
import type { Zone } from "@/db/vocabulary";
import { overAllZones, type PlanActor, refused, retellMeeting, type Tx, verb } from "../_kernel";
import { touchConcerned } from "../reminder";
import { lockStep, type StepRow } from "./lock";
import { mayOwn, mayUseZone } from "./owner";
import { saveStep, showStep } from "./save";
import { SetStepZone, Step } from "./schemas";

/**
 * Changes who sees a step. To those who no longer do, it is as if it had been removed.
 * @throws Refusal `more_to_read` when a side would come to read more than the person was told.
 */
export const setStepZone = verb({
  name: "step.set_zone",
  scope: "plan",
  kind: "mutation",
  input: SetStepZone,
  output: Step,
  may: "step.edit",
  async act({ tx, actor, input, record }) {
    const row = await lockStep(tx, input);
    if (row.zone === input.zone) return showStep(tx, row);
    mayUseZone(actor, input.zone);
    await mayOwn(tx, actor, row.ownerId, input.zone);
    await mayStandInMilestone(tx, actor, row.milestoneId, input.zone);
    if (input.zone === "shared") await mustKnow(tx, row, input.reads);

    const saved = saveStep(tx, row, { zone: input.zone });
    await touchConcerned(tx, actor, [row.id], [row.ownerId]);
    await retellMeeting(tx, saved);
    await overAllZones(tx, actor.planId, actor.side, () => rezoneAround(tx, actor, row.id, input.zone));
    const subject = { type: "step", id: row.id };
    if (row.zone === "shared") {
      await record("step.withdrawn", { zone: "shared", subject, after: { title: row.title } });
    }
    await record("step.zone_changed", {
      zone: input.zone,
      subject,
      before: { zone: row.zone },
      after: { title: row.title, zone: input.zone },
    });
    return showStep(tx, saved);
  },
});

/** What is written on the step goes along, and can't be unread. Whoever writes holds the step, so that none comes in between. */
async function mustKnow(tx: Tx, { workspaceId, id }: StepRow, reads: string[]) {
  const ofStep = and(eq(comment.workspaceId, workspaceId), eq(comment.subjectId, id), isNull(comment.removedAt));
  const [comments, answers] = await Promise.all([
    tx.select({ id: comment.id }).from(comment).where(ofStep),
    tx
      .select({ id: stepAnswer.id })
      .from(stepAnswer)
      .where(and(eq(stepAnswer.workspaceId, workspaceId), eq(stepAnswer.stepId, id))),
  ]);
  const known = new Set(reads);
  if ([...comments, ...answers].some((written) => !known.has(written.id))) throw refused("more_to_read");
}

async function mayStandInMilestone(tx: Tx, actor: PlanActor, milestoneId: string, zone: Zone) {
  const [home] = await tx
    .select({ zone: milestone.zone })
    .from(milestone)
    .where(and(eq(milestone.workspaceId, actor.workspaceId), eq(milestone.id, milestoneId)));
  if (home && home.zone !== "shared" && home.zone !== zone) throw refused("zone_of_milestone");
}

/** A dependency is as private as its more private end; one between two sides' private steps can stand for nobody. */
async function rezoneAround(tx: Tx, actor: PlanActor, stepId: string, zone: Zone) {
  const mine = and(eq(stepDependency.workspaceId, actor.workspaceId), eq(stepDependency.planId, actor.planId));
  const edges = await tx
    .select()
    .from(stepDependency)
    .where(and(mine, or(eq(stepDependency.stepId, stepId), eq(stepDependency.predecessorId, stepId))));
  const others = edges.map((edge) => (edge.stepId === stepId ? edge.predecessorId : edge.stepId));
  const zones = others.length
    ? new Map(
        (
          await tx
            .select({ id: step.id, zone: step.zone })
            .from(step)
            .where(and(eq(step.workspaceId, actor.workspaceId), inArray(step.id, others)))
        ).map((other) => [other.id, other.zone]),
      )
    : new Map<string, Zone>();

  for (const edge of edges) {
    const other = zones.get(edge.stepId === stepId ? edge.predecessorId : edge.stepId) ?? "shared";
    const edgeIs = and(
      mine,
      eq(stepDependency.stepId, edge.stepId),
      eq(stepDependency.predecessorId, edge.predecessorId),
    );
    if (zone !== "shared" && other !== "shared" && zone !== other) await tx.delete(stepDependency).where(edgeIs);
    else
      await tx
        .update(stepDependency)
        .set({ zone: zone === "shared" ? other : zone })
        .where(edgeIs);
  }
  for (const ofStep of [stepReminder, stepAnswer, meeting, meetingAttendee]) {
    await tx
      .update(ofStep)
      .set({ zone })
      .where(and(eq(ofStep.workspaceId, actor.workspaceId), eq(ofStep.stepId, stepId)));
  }
  await tx
    .update(comment)
    .set({ zone })
    .where(and(eq(comment.workspaceId, actor.workspaceId), eq(comment.subjectId, stepId)));
}
