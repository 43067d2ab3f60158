import { hashOf, takePoint, verb } from "../_kernel";
import { emailOf, findInvitation, isStillAllowed, placePath } from "./find-invitation";
import { issueAnew } from "./issue-anew";
import { issueSignIn } from "./issue-sign-in";
import { stateOf } from "./preview-invitation";
import { InvitationLink, Nothing } from "./schemas";

/**
 * Sends the invited address, and nobody else, a new way in: an invitation while the place is open, a sign-in link once it is taken.
 * The answer is the same whatever was sent.
 */
export const requestFreshInvitation = verb({
  name: "access.request_fresh_invitation",
  scope: "visitor",
  kind: "mutation",
  input: InvitationLink,
  output: Nothing,
  may: "access.enter",
  before: (_, { token }) => takePoint("fresh.invitation", hashOf(token)),
  async act({ tx, input, caller, now }) {
    const found = await findInvitation(tx, input.token);
    if (!found?.isOffered || !isStillAllowed(found)) return {};
    const { invitation } = found;
    if (found.isTaken) {
      await issueSignIn(tx, { email: invitation.email, redirectTo: placePath(found), now });
      return {};
    }
    const reader = await emailOf(tx, caller.personId);
    const isAnother = reader !== null && reader !== invitation.email;
    if (stateOf(found, now) === "open" && !isAnother) return {};
    await issueAnew(tx, found, now);
    return {};
  },
});
