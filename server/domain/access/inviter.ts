import { and, eq, isNull } from "drizzle-orm";
import { participant, workspace } from "@/db/schema";
import type { Tx } from "../_kernel";

type Offer = {
  invitedByCompany?: string | null;
  workspaceId: string;
  planId: string | null;
  invitedByName: string;
  workspaceName: string;
  customerName: string | null;
};

/**
 * The company that an inviter speaks for, as it was kept with the offer. Older offers don't say it: there it is the customer's when
 * somebody of that name takes part on its side, otherwise the supplier's.
 */
export async function companyOfInviter(tx: Tx, offer: Offer): Promise<string> {
  if (offer.invitedByCompany) return offer.invitedByCompany;
  const { workspaceId, planId, invitedByName, workspaceName, customerName } = offer;
  if (!planId || !customerName) return workspaceName;
  const [colleague] = await tx
    .select({ id: participant.id })
    .from(participant)
    .where(
      and(
        eq(participant.workspaceId, workspaceId),
        eq(participant.planId, planId),
        eq(participant.side, "buyer"),
        eq(participant.name, invitedByName),
        eq(participant.status, "joined"),
      ),
    )
    .limit(1);
  return colleague ? customerName : workspaceName;
}

/** What stands in brackets after an inviter's name: for the supplier the name that its workspace chose for its mails. */
export async function companyInSender(tx: Tx, { workspaceId, workspaceName, company }: InSender): Promise<string> {
  if (company !== workspaceName) return company;
  const [row] = await tx
    .select({ senderName: workspace.senderName })
    .from(workspace)
    .where(eq(workspace.id, workspaceId));
  return row?.senderName ?? company;
}
type InSender = { workspaceId: string; workspaceName: string; company: string };

/** Where answers to an invitation go: to who invited, as long as they take part. */
export async function addressOfInviter(
  tx: Tx,
  { workspaceId, invitedByParticipantId }: { workspaceId: string; invitedByParticipantId: string | null },
): Promise<string | null> {
  if (!invitedByParticipantId) return null;
  const [inviter] = await tx
    .select({ email: participant.email })
    .from(participant)
    .where(
      and(
        eq(participant.workspaceId, workspaceId),
        eq(participant.id, invitedByParticipantId),
        isNull(participant.removedAt),
      ),
    );
  return inviter?.email ?? null;
}
