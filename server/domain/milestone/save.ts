import { and, eq, sql } from "drizzle-orm";
import { milestone } from "@/db/schema";
import type { Tx } from "../_kernel";
import type { MilestoneRow } from "./lock";

export async function saveMilestone(tx: Tx, row: MilestoneRow, changes: Partial<MilestoneRow>): Promise<MilestoneRow> {
  const [saved] = await tx
    .update(milestone)
    .set({ ...changes, version: sql`${milestone.version} + 1` })
    .where(and(eq(milestone.workspaceId, row.workspaceId), eq(milestone.id, row.id)))
    .returning();
  if (!saved) throw new Error("a locked milestone is gone");
  return saved;
}
