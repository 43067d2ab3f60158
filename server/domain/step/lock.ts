import { and, eq } from "drizzle-orm";
import { step } from "@/db/schema";
import { type PlanActor, refused, type Tx } from "../_kernel";

export type StepRow = typeof step.$inferSelect;

/** The step as it stands, kept from others until this transaction ends. Removed, foreign and unknown look the same. */
export async function lockStep(tx: Tx, actor: PlanActor, stepId: string, { removed = false } = {}): Promise<StepRow> {
  const [row] = await tx
    .select()
    .from(step)
    .where(and(eq(step.workspaceId, actor.workspaceId), eq(step.planId, actor.planId), eq(step.id, stepId)))
    .for("update");
  if (!row || (row.removedAt !== null) !== removed) throw refused("not_found");
  return row;
}
