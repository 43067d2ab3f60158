import { and, eq, isNull } from "drizzle-orm";
import { milestone } from "@/db/schema";
import { type PlanActor, refused, type Tx } from "../_kernel";

export type MilestoneRow = typeof milestone.$inferSelect;

/** The milestone as it stands, kept from others until this transaction ends. */
export async function lockMilestone(tx: Tx, actor: PlanActor, milestoneId: string): Promise<MilestoneRow> {
  const [row] = await tx
    .select()
    .from(milestone)
    .where(
      and(
        eq(milestone.workspaceId, actor.workspaceId),
        eq(milestone.planId, actor.planId),
        eq(milestone.id, milestoneId),
        isNull(milestone.removedAt),
      ),
    )
    .for("update");
  if (!row) throw refused("not_found");
  return row;
}
