import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { presence } from "@/db/schema";
import type { PlanActor, Tx } from "../_kernel";
import { HERE_SECONDS } from "../participant";

export const isHere = (row: { seenAt: Date; leftAt: Date | null }, now: Date) =>
  row.leftAt === null && row.seenAt > hereSince(now);

export async function whoIsHere(tx: Tx, actor: PlanActor, now: Date): Promise<string[]> {
  const rows = await tx
    .select({ id: presence.participantId })
    .from(presence)
    .where(
      and(
        eq(presence.workspaceId, actor.workspaceId),
        eq(presence.planId, actor.planId),
        isNull(presence.leftAt),
        gt(presence.seenAt, hereSince(now)),
      ),
    )
    .orderBy(asc(presence.participantId));
  return rows.map(({ id }) => id);
}

const hereSince = (now: Date) => new Date(now.getTime() - HERE_SECONDS * 1000);
