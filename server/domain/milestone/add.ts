import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { milestone } from "@/db/schema";
import { newId, type PlanActor, placeAmong, refused, type Tx, verb } from "../_kernel";
import { lockMilestone, type MilestoneRow } from "./lock";
import { saveMilestone } from "./save";
import { AddMilestone, Milestone, MoveMilestone } from "./schemas";

/** Adds a milestone at the end of the line. */
export const addMilestone = verb({
  name: "milestone.add",
  scope: "plan",
  kind: "mutation",
  input: AddMilestone,
  output: Milestone,
  may: "step.edit",
  async act({ tx, actor, input, record }) {
    if (input.zone !== "shared" && input.zone !== (actor.side === "buyer" ? "committee" : "seller")) {
      throw refused("not_allowed");
    }
    const [added] = await tx
      .insert(milestone)
      .values({
        workspaceId: actor.workspaceId,
        id: newId(),
        planId: actor.planId,
        zone: input.zone,
        title: input.title,
        job: input.job,
        dueOn: input.dueOn,
        definitionOfDone: input.definitionOfDone,
        position: placeAmong(await placed(tx, actor), {}),
      })
      .returning();
    if (!added) throw new Error("an inserted milestone was not returned");
    await record("milestone.added", {
      zone: added.zone,
      subject: { type: "milestone", id: added.id },
      after: { title: added.title, dueOn: added.dueOn },
    });
    return added;
  },
});

/** Puts a milestone between two others on the line. */
export const moveMilestone = verb({
  name: "milestone.move",
  scope: "plan",
  kind: "mutation",
  input: MoveMilestone,
  output: Milestone,
  may: "step.edit",
  async act({ tx, actor, input, record }) {
    const row = await lockMilestone(tx, actor, input.milestoneId);
    const moved = await saveMilestone(tx, row, { position: placeAmong(await placed(tx, actor, row), input) });
    await record("milestone.moved", {
      zone: row.zone,
      subject: { type: "milestone", id: row.id },
      after: { title: row.title },
    });
    return moved;
  },
});

const placed = (tx: Tx, actor: PlanActor, without?: MilestoneRow) =>
  tx
    .select({ id: milestone.id, position: milestone.position })
    .from(milestone)
    .where(
      and(
        eq(milestone.workspaceId, actor.workspaceId),
        eq(milestone.planId, actor.planId),
        isNull(milestone.removedAt),
        without ? ne(milestone.id, without.id) : undefined,
      ),
    )
    .orderBy(asc(milestone.position));
