import { and, eq, isNull } from "drizzle-orm";
import { step } from "@/db/schema";
import { mergeEdit, overAllZones, retellMeeting, verb } from "../_kernel";
import { touchConcerned } from "../reminder";
import { lockMilestone, type MilestoneRow } from "./lock";
import { saveMilestone } from "./save";
import { EditMilestone, Milestone, MilestoneRef } from "./schemas";

type Editable = "title" | "job" | "definitionOfDone" | "dueOn" | "isDecision" | "statusOverride";

export const editMilestone = verb({
  name: "milestone.edit",
  scope: "plan",
  kind: "mutation",
  input: EditMilestone,
  output: Milestone,
  may: "step.edit",
  async act({ tx, actor, input, record }) {
    const row = await lockMilestone(tx, actor, input.milestoneId);
    const changes = mergeEdit<MilestoneRow, Editable>(row, input.base, input.set);
    if (Object.keys(changes).length === 0) return row;

    const saved = await saveMilestone(tx, row, changes);
    const before = Object.fromEntries(Object.keys(changes).map((field) => [field, row[field as Editable]]));
    await record("milestone.edited", {
      zone: row.zone,
      subject: { type: "milestone", id: row.id },
      before: { title: row.title, ...before },
      after: { title: saved.title, ...changes },
    });
    return saved;
  },
});

/**
 * Takes a milestone with its steps off the plan, for everybody: steps of the other side's zone in it go with it, and the
 * actor learns nothing of them.
 */
export const removeMilestone = verb({
  name: "milestone.remove",
  scope: "plan",
  kind: "mutation",
  input: MilestoneRef,
  output: Milestone,
  may: "step.edit",
  async act({ tx, actor, input, now, record }) {
    const row = await lockMilestone(tx, actor, input.milestoneId);
    const steps = await overAllZones(tx, actor.planId, actor.side, () =>
      tx
        .update(step)
        .set({ removedAt: now })
        .where(and(eq(step.workspaceId, actor.workspaceId), eq(step.milestoneId, row.id), isNull(step.removedAt)))
        .returning({ id: step.id, ownerId: step.ownerId, kind: step.kind }),
    );
    const stepIds = steps.map(({ id }) => id);
    const owners = steps.map(({ ownerId }) => ownerId);
    if (steps.length > 0) await touchConcerned(tx, actor, stepIds, owners);
    for (const { id, kind } of steps) await retellMeeting(tx, { ...actor, id, kind });
    const saved = await saveMilestone(tx, row, { removedAt: now });
    await record("milestone.removed", {
      zone: row.zone,
      subject: { type: "milestone", id: row.id },
      before: { title: row.title },
      after: { title: row.title },
    });
    return saved;
  },
});
