import { and, eq, sql } from "drizzle-orm";
import { step, stepDependency, stepReminder } from "@/db/schema";
import type { PlanActor, Tx } from "../_kernel";
import type { StepRow } from "./lock";
import type { Step } from "./schemas";

export async function saveStep(tx: Tx, row: StepRow, changes: Partial<StepRow>): Promise<StepRow> {
  const [saved] = await tx
    .update(step)
    .set({ ...changes, version: sql`${step.version} + 1` })
    .where(and(eq(step.workspaceId, row.workspaceId), eq(step.id, row.id)))
    .returning();
  if (!saved) throw new Error("a locked step is gone");
  return saved;
}

/**
 * The step as its readers get it, with what it waits for and how often it was reminded of. A row that is still being saved may
 * be handed over as it is: the questions then travel behind it in the same round trip.
 */
export async function showStep(tx: Tx, actor: PlanActor, saved: StepRow | Promise<StepRow>, id: string): Promise<Step> {
  const [row, waits, [reminded]] = await Promise.all([
    saved,
    tx
      .select({ id: stepDependency.predecessorId })
      .from(stepDependency)
      .where(
        and(
          eq(stepDependency.workspaceId, actor.workspaceId),
          eq(stepDependency.planId, actor.planId),
          eq(stepDependency.stepId, id),
        ),
      ),
    tx
      .select({
        sent: stepReminder.sent,
        stalledOn: stepReminder.stalledOn,
        snoozedUntil: stepReminder.snoozedUntil,
      })
      .from(stepReminder)
      .where(and(eq(stepReminder.workspaceId, actor.workspaceId), eq(stepReminder.stepId, id))),
  ]);
  return {
    ...row,
    waitsFor: waits.map(({ id }) => id),
    remindersSent: reminded?.sent ?? 0,
    stalledOn: reminded?.stalledOn ?? null,
    snoozedUntil: reminded?.snoozedUntil ?? null,
  };
}
