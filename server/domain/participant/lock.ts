import { and, eq, isNull } from "drizzle-orm";
import { participant } from "@/db/schema";
import { type PlanActor, refused, type Tx } from "../_kernel";
import type { ParticipantRow } from "./show";

/** The participant as they stand, kept from others until this transaction ends. */
export async function lockParticipant(tx: Tx, actor: PlanActor, participantId: string): Promise<ParticipantRow> {
  const [row] = await tx
    .select()
    .from(participant)
    .where(
      and(
        eq(participant.workspaceId, actor.workspaceId),
        eq(participant.planId, actor.planId),
        eq(participant.id, participantId),
        isNull(participant.removedAt),
      ),
    )
    .for("update");
  if (!row) throw refused("not_found");
  return row;
}
