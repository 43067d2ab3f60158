import { and, eq, sql } from "drizzle-orm";
import { participant, presence } from "@/db/schema";
import type { PlanActor, Tx } from "../_kernel";
import { touchPlan } from "../reminder";
import type { Participant } from "./schemas";
import { type ParticipantRow, showParticipant } from "./show";

export async function saveParticipant(
  tx: Tx,
  row: ParticipantRow,
  changes: Partial<ParticipantRow>,
): Promise<ParticipantRow> {
  const [saved] = await tx
    .update(participant)
    .set({ ...changes, version: sql`${participant.version} + 1` })
    .where(and(eq(participant.workspaceId, row.workspaceId), eq(participant.id, row.id)))
    .returning();
  if (!saved) throw new Error("a locked participant is gone");
  return saved;
}

/** Only who has a name is waited with: whoever holds them up is told of it from now on. */
export async function touchIfNamed(tx: Tx, before: ParticipantRow, after: ParticipantRow): Promise<void> {
  if ((before.name === null) !== (after.name === null)) await touchPlan(tx, after);
}

export async function presentParticipant(
  tx: Tx,
  actor: PlanActor,
  row: ParticipantRow,
  now: Date,
): Promise<Participant> {
  const [seen] = await tx
    .select({ seenAt: presence.seenAt, leftAt: presence.leftAt })
    .from(presence)
    .where(
      and(
        eq(presence.workspaceId, actor.workspaceId),
        eq(presence.planId, actor.planId),
        eq(presence.participantId, row.id),
      ),
    );
  return showParticipant(row, seen ?? null, now);
}
