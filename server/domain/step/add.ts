import { and, asc, eq, isNull } from "drizzle-orm";
import { step } from "@/db/schema";
import { newId, placeAmong, refused, verb } from "../_kernel";
import { lockMilestone } from "../milestone";
import { touchConcerned } from "../reminder";
import { mayOwn, mayUseZone } from "./owner";
import { showStep } from "./save";
import { AddStep, Step } from "./schemas";

/** Adds a step at the end of a milestone, in the milestone's zone unless a narrower one is asked for. */
export const addStep = verb({
  name: "step.add",
  scope: "plan",
  kind: "mutation",
  input: AddStep,
  output: Step,
  may: "step.edit",
  async act({ tx, actor, input, now, record }) {
    const milestone = await lockMilestone(tx, actor, input.milestoneId);
    const zone = input.zone ?? milestone.zone;
    if (milestone.zone !== "shared" && zone !== milestone.zone) throw refused("zone_of_milestone");
    mayUseZone(actor, zone);
    await mayOwn(tx, actor, input.ownerId, zone);

    const siblings = await tx
      .select({ id: step.id, position: step.position })
      .from(step)
      .where(and(eq(step.workspaceId, actor.workspaceId), eq(step.milestoneId, milestone.id), isNull(step.removedAt)))
      .orderBy(asc(step.position));
    const [added] = await tx
      .insert(step)
      .values({
        workspaceId: actor.workspaceId,
        id: newId(),
        planId: actor.planId,
        milestoneId: milestone.id,
        zone,
        title: input.title,
        kind: input.kind,
        ownerId: input.ownerId,
        dueOn: input.dueOn,
        description: input.description,
        position: placeAmong(siblings, {}),
        createdAt: now,
      })
      .returning();
    if (!added) throw new Error("an inserted step was not returned");
    await touchConcerned(tx, actor, [added.id], [added.ownerId]);
    await record("step.added", {
      zone,
      subject: { type: "step", id: added.id },
      after: { title: added.title, milestone: milestone.title, ownerId: added.ownerId, dueOn: added.dueOn },
    });
    return showStep(tx, added);
  },
});
