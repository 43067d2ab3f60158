import type { z } from "zod";
import { signIn } from "@/db/schema";
import { hashOf, newCode, newId, newToken, queueMail, refused, takePoint, verb } from "../_kernel";
import { takePlace } from "./accept-invitation";
import { tryCode } from "./confirm-code";
import { type Found, findInvitation } from "./find-invitation";
import { companyOfInviter } from "./inviter";
import { codeHash, SIGN_IN_MINUTES } from "./issue-sign-in";
import { stateOf } from "./preview-invitation";
import { CodeOutcome, InvitationCode, InvitationLink, Nothing } from "./schemas";

/**
 * Mails six digits to the invited address, for the page where the link was opened as somebody else. The mail has no link: it is
 * for a person who reads both, and whoever only holds the link gets nothing.
 */
export const sendInvitationCode = verb({
  name: "access.send_invitation_code",
  scope: "visitor",
  kind: "mutation",
  input: InvitationLink,
  output: Nothing,
  may: "access.enter",
  before: (_, { token }) => takePoint("invitation.code", hashOf(token)),
  async act({ tx, input, now }) {
    const found = await findInvitation(tx, input.token);
    if (!found || stateOf(found, now) !== "open") return {};
    const { email } = found.invitation;
    const id = newId();
    const code = newCode();
    await tx.insert(signIn).values({
      id,
      email,
      tokenHash: hashOf(newToken()),
      codeHash: codeHash(email, code),
      redirectTo: null,
      expiresAt: new Date(now.getTime() + SIGN_IN_MINUTES * 60_000),
      createdAt: now,
    });
    await queueMail(tx, {
      key: `invitation-code:${id}`,
      template: "invitation-code",
      to: email,
      workspaceId: found.invitation.workspaceId,
      planId: found.invitation.planId,
      participantId: found.invitation.participantId,
      props: {
        code,
        minutes: SIGN_IN_MINUTES,
        inviterName: found.invitation.invitedByName,
        inviterCompany: await companyOf(found, tx),
        place: found.plan?.title ?? found.workspace.name,
      },
      now,
    });
    return {};
  },
});

/** Takes the offered place in whatever browser, once the digits show that the invited mailbox is read. */
export const acceptWithCode = verb({
  name: "access.accept_with_code",
  scope: "visitor",
  kind: "mutation",
  input: InvitationCode,
  output: CodeOutcome,
  may: "access.enter",
  before: (_, { token }) => takePoint("invitation.digits", hashOf(token)),
  async act({ tx, input, caller, now, wakes }): Promise<z.input<typeof CodeOutcome>> {
    const found = await findInvitation(tx, input.token);
    if (!found) throw refused("not_found");
    const tried = await tryCode(tx, { email: found.invitation.email, code: input.code }, now);
    if (tried.outcome !== "right") return tried;
    return { outcome: "opened", ...(await takePlace({ tx, caller, now, wakes }, found, input)) };
  },
});

const companyOf = ({ invitation, workspace, plan }: Found, tx: Parameters<typeof companyOfInviter>[0]) =>
  companyOfInviter(tx, {
    ...invitation,
    workspaceName: workspace.name,
    customerName: plan?.customerName ?? null,
  });
