import { verb } from "../_kernel";
import { emailOf, type Found, findInvitation, isStillAllowed, placePath } from "./find-invitation";
import { companyOfInviter } from "./inviter";
import { InvitationLink, InvitationPreview } from "./schemas";

/** Who asks whom for what, and whether the link still works. Looking uses nothing up. */
export const previewInvitation = verb({
  name: "access.preview_invitation",
  scope: "visitor",
  kind: "query",
  input: InvitationLink,
  output: InvitationPreview,
  may: "access.enter",
  async act({ tx, input, caller, now }): Promise<InvitationPreview> {
    const found = await findInvitation(tx, input.token);
    if (!found) return { state: "unknown" };
    const { invitation, participant, plan } = found;

    const reader = await emailOf(tx, caller.personId);
    const isAnother = reader !== null && reader !== invitation.email;
    const state = stateOf(found, now);
    return {
      state: state === "open" && isAnother ? "other_person" : state,
      kind: plan ? "plan" : "workspace",
      email: invitation.email,
      invitedBy: invitation.invitedByName,
      inviterCompany: await companyOfInviter(tx, {
        ...invitation,
        workspaceName: found.workspace.name,
        customerName: plan?.customerName ?? null,
      }),
      name: found.seat.name,
      workspaceName: found.workspace.name,
      planTitle: plan?.title ?? null,
      customerName: plan?.customerName ?? null,
      side: participant?.side ?? "seller",
      expiresAt: invitation.expiresAt,
      signedInAs: isAnother ? reader : null,
      canRenew: found.isOffered && isStillAllowed(found) && (state !== "open" || isAnother),
      mayAsk: mayAskToJoin(found),
      goTo: found.isOffered && found.isTaken && reader === invitation.email ? placePath(found) : null,
    };
  },
});

/** Whoever came by the link, and is not who it was for, may ask for a place of their own while this one stands. */
export const mayAskToJoin = (found: Found): boolean => found.participant !== null && found.isOffered;

export function stateOf(found: Found, now: Date): "open" | "used" | "expired" | "revoked" {
  const { usedAt, revokedAt, expiresAt } = found.invitation;
  if (usedAt) return "used";
  if (revokedAt || !found.isOffered) return "revoked";
  return expiresAt > now ? "open" : "expired";
}
