import { and, eq } from "drizzle-orm";
import { participant, scoreSheet } from "@/db/schema";
import { type PlanActor, refused, type Tx } from "../_kernel";

export type Sheet = { workspaceId: string; planId: string; participantId: string; isSubmitted: boolean };

/**
 * The actor's own sheet. Until this transaction ends nobody rates on it or hands it in: what is handed in is what was checked.
 * There is no row before it is handed in, so the participant's row stands for it.
 */
export async function lockSheet(tx: Tx, actor: PlanActor): Promise<Sheet> {
  const { workspaceId, planId, participantId } = actor;
  if (!participantId) throw refused("not_allowed");
  await tx
    .select({ id: participant.id })
    .from(participant)
    .where(and(eq(participant.workspaceId, workspaceId), eq(participant.id, participantId)))
    .for("no key update");
  const [submitted] = await tx.select().from(scoreSheet).where(isSheet({ workspaceId, planId, participantId }));
  return { workspaceId, planId, participantId, isSubmitted: submitted !== undefined };
}

export const isSheet = (sheet: Pick<Sheet, "workspaceId" | "planId" | "participantId">) =>
  and(
    eq(scoreSheet.workspaceId, sheet.workspaceId),
    eq(scoreSheet.planId, sheet.planId),
    eq(scoreSheet.participantId, sheet.participantId),
  );
