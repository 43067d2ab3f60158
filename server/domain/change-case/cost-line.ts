import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { costLine } from "@/db/schema";
import { type PlanActor, refused, type Tx } from "../_kernel";

export type CostLineRow = typeof costLine.$inferSelect;

export const costLinesOf = (tx: Tx, actor: PlanActor): Promise<CostLineRow[]> =>
  tx
    .select()
    .from(costLine)
    .where(
      and(eq(costLine.workspaceId, actor.workspaceId), eq(costLine.planId, actor.planId), isNull(costLine.removedAt)),
    )
    .orderBy(asc(costLine.position), asc(costLine.id));

/** The line as it stands, kept from others until this transaction ends. */
export async function lockCostLine(tx: Tx, actor: PlanActor, costLineId: string): Promise<CostLineRow> {
  const [row] = await tx
    .select()
    .from(costLine)
    .where(
      and(
        eq(costLine.workspaceId, actor.workspaceId),
        eq(costLine.planId, actor.planId),
        eq(costLine.id, costLineId),
        isNull(costLine.removedAt),
      ),
    )
    .for("update");
  if (!row) throw refused("not_found");
  return row;
}

export async function saveCostLine(tx: Tx, row: CostLineRow, changes: Partial<CostLineRow>): Promise<CostLineRow> {
  const [saved] = await tx
    .update(costLine)
    .set({ ...changes, version: sql`${costLine.version} + 1` })
    .where(and(eq(costLine.workspaceId, row.workspaceId), eq(costLine.id, row.id)))
    .returning();
  if (!saved) throw new Error("a locked cost line is gone");
  return saved;
}
