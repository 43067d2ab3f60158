import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { option } from "@/db/schema";
import { type PlanActor, refused, type Tx } from "../_kernel";

export type OptionRow = typeof option.$inferSelect;

/** Those that the actor may see, in order. */
export const optionsOf = (tx: Tx, actor: PlanActor): Promise<OptionRow[]> =>
  tx
    .select()
    .from(option)
    .where(and(eq(option.workspaceId, actor.workspaceId), eq(option.planId, actor.planId), isNull(option.removedAt)))
    .orderBy(asc(option.position), asc(option.id));

/** The option as it stands, kept from others until this transaction ends. Hidden, removed and unknown look the same. */
export async function lockOption(
  tx: Tx,
  actor: PlanActor,
  optionId: string,
  strength: "update" | "share" = "update",
): Promise<OptionRow> {
  const [row] = await tx
    .select()
    .from(option)
    .where(
      and(
        eq(option.workspaceId, actor.workspaceId),
        eq(option.planId, actor.planId),
        eq(option.id, optionId),
        isNull(option.removedAt),
      ),
    )
    .for(strength);
  if (!row) throw refused("not_found");
  return row;
}

export async function saveOption(tx: Tx, row: OptionRow, changes: Partial<OptionRow>): Promise<OptionRow> {
  const [saved] = await tx
    .update(option)
    .set({ ...changes, version: sql`${option.version} + 1` })
    .where(and(eq(option.workspaceId, row.workspaceId), eq(option.id, row.id)))
    .returning();
  if (!saved) throw new Error("a locked option is gone");
  return saved;
}
