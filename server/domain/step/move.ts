import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { step } from "@/db/schema";
import { placeAmong, refused, verb } from "../_kernel";
import { lockMilestone } from "../milestone";
import { lockStep } from "./lock";
import { saveStep, showStep } from "./save";
import { MoveStep, Step } from "./schemas";

/** Puts a step between two others, in its milestone or another. No other row changes. */
export const moveStep = verb({
  name: "step.move",
  scope: "plan",
  kind: "mutation",
  input: MoveStep,
  output: Step,
  may: "step.edit",
  async act({ tx, actor, input, record }) {
    const milestone = await lockMilestone(tx, actor, input.milestoneId);
    const row = await lockStep(tx, input);
    if (milestone.zone !== "shared" && milestone.zone !== row.zone) throw refused("zone_of_milestone");

    const siblings = await tx
      .select({ id: step.id, position: step.position })
      .from(step)
      .where(
        and(
          eq(step.workspaceId, actor.workspaceId),
          eq(step.milestoneId, milestone.id),
          isNull(step.removedAt),
          ne(step.id, row.id),
        ),
      )
      .orderBy(asc(step.position));
    const moved = saveStep(tx, row, { milestoneId: milestone.id, position: placeAmong(siblings, input) });
    await record("step.moved", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      before: { milestoneId: row.milestoneId },
      after: { title: row.title, milestoneId: milestone.id, milestone: milestone.title },
    });
    return showStep(tx, moved);
  },
});
