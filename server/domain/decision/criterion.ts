import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { criterion } from "@/db/schema";
import { type PlanActor, refused, type Tx } from "../_kernel";

export type CriterionRow = typeof criterion.$inferSelect;

/** Those that the actor may see, in order. */
export const criteriaOf = (tx: Tx, actor: PlanActor): Promise<CriterionRow[]> =>
  tx
    .select()
    .from(criterion)
    .where(
      and(
        eq(criterion.workspaceId, actor.workspaceId),
        eq(criterion.planId, actor.planId),
        isNull(criterion.removedAt),
      ),
    )
    .orderBy(asc(criterion.position), asc(criterion.id));

/** The criterion as it stands, kept from others until this transaction ends. Hidden, removed and unknown look the same. */
export async function lockCriterion(
  tx: Tx,
  actor: PlanActor,
  criterionId: string,
  strength: "update" | "share" = "update",
): Promise<CriterionRow> {
  const [row] = await tx
    .select()
    .from(criterion)
    .where(
      and(
        eq(criterion.workspaceId, actor.workspaceId),
        eq(criterion.planId, actor.planId),
        eq(criterion.id, criterionId),
        isNull(criterion.removedAt),
      ),
    )
    .for(strength);
  if (!row) throw refused("not_found");
  return row;
}

export async function saveCriterion(tx: Tx, row: CriterionRow, changes: Partial<CriterionRow>): Promise<CriterionRow> {
  const [saved] = await tx
    .update(criterion)
    .set({ ...changes, version: sql`${criterion.version} + 1` })
    .where(and(eq(criterion.workspaceId, row.workspaceId), eq(criterion.id, row.id)))
    .returning();
  if (!saved) throw new Error("a locked criterion is gone");
  return saved;
}
