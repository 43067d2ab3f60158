import type { Tx } from "../_kernel";
import type { Found } from "./find-invitation";
import { addressOfInviter } from "./inviter";
import { issueInvitation } from "./issue-invitation";

/** Offers the same place to the same address once more, in the name of whoever offered it. */
export async function issueAnew(
  tx: Tx,
  { invitation, workspace, plan, seat }: Pick<Found, "invitation" | "workspace" | "plan" | "seat">,
  now: Date,
  reminder?: { number: number; key: string },
) {
  const { workspaceId, planId, participantId, memberId, email } = invitation;
  await issueInvitation(tx, {
    workspaceId,
    planId,
    participantId,
    memberId,
    email,
    name: seat.name ?? email,
    invitedByName: invitation.invitedByName,
    invitedByCompany: invitation.invitedByCompany,
    invitedByParticipantId: invitation.invitedByParticipantId,
    replyTo: await addressOfInviter(tx, invitation),
    workspaceName: workspace.name,
    planTitle: plan?.title ?? null,
    customerName: plan?.customerName ?? null,
    note: null,
    reminder,
    now,
  });
}
