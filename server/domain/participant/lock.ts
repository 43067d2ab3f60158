import { and, eq, isNull } from "drizzle-orm";
import { participant, plan } from "@/db/schema";
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

/** Two who decide at once about who is on the plan do so in turn, so that neither goes by what the other is just changing. */
export async function lockPeople(tx: Tx, actor: PlanActor): Promise<void> {
  await tx
    .select({ id: plan.id })
    .from(plan)
    .where(and(eq(plan.workspaceId, actor.workspaceId), eq(plan.id, actor.planId)))
    .for("no key update");
}
