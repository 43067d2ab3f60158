import { and, eq, inArray, or } from "drizzle-orm";
import { step, stepDependency } from "@/db/schema";
import { overAllZones, type PlanActor, type Tx } from "../_kernel";
import { touchReminders } from "./touch";

/**
 * Has the reminders thought over of everybody whom a change of these steps concerns: their owners before and after, those who wait
 * for them and those they wait for. It looks over all zones, since a supplier's act may free a committee's step that the supplier
 * must not know of; nothing of it leaves this function.
 */
export async function touchConcerned(
  tx: Tx,
  actor: PlanActor,
  stepIds: string[],
  owners: (string | null)[],
): Promise<void> {
  await overAllZones(tx, actor.planId, actor.side, async () => {
    const near = await tx
      .select({ stepId: stepDependency.stepId, predecessorId: stepDependency.predecessorId })
      .from(stepDependency)
      .where(
        and(
          eq(stepDependency.workspaceId, actor.workspaceId),
          eq(stepDependency.planId, actor.planId),
          or(inArray(stepDependency.stepId, stepIds), inArray(stepDependency.predecessorId, stepIds)),
        ),
      );
    const ids = near.flatMap((edge) => [edge.stepId, edge.predecessorId]).filter((id) => !stepIds.includes(id));
    const neighbours = ids.length
      ? await tx
          .select({ ownerId: step.ownerId })
          .from(step)
          .where(and(eq(step.workspaceId, actor.workspaceId), inArray(step.id, ids)))
      : [];
    const participantIds = [...owners, ...neighbours.map(({ ownerId }) => ownerId)].filter((id) => id !== null);
    if (participantIds.length > 0) {
      await touchReminders(tx, {
        workspaceId: actor.workspaceId,
        planId: actor.planId,
        participantIds: [...new Set(participantIds)],
      });
    }
  });
}
