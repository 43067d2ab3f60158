import { and, eq, isNull } from "drizzle-orm";
import { invitation, participant } from "@/db/schema";
import { recordEvent, verb } from "../_kernel";
import { emailOf, findInvitation } from "./find-invitation";
import { stateOf } from "./preview-invitation";
import { InvitationLink, Nothing } from "./schemas";

/**
 * A person looks at an invitation: said by its page once somebody moves on it, never by fetching it, which mail scanners do. Told
 * by a browser that is signed in with another address it says nothing about the invited person.
 */
export const noteInvitationOpened = verb({
  name: "access.note_invitation_opened",
  scope: "visitor",
  kind: "mutation",
  input: InvitationLink,
  output: Nothing,
  may: "access.enter",
  async act({ tx, input, caller, now, wakes }) {
    const found = await findInvitation(tx, input.token);
    if (!found || stateOf(found, now) !== "open") return {};
    const reader = await emailOf(tx, caller.personId);
    if (reader !== null && reader !== found.invitation.email) return {};

    const { workspaceId, id, planId } = found.invitation;
    const isSeat = and(eq(participant.workspaceId, workspaceId), eq(participant.id, found.seat.id));
    const [seat] = found.participant && planId ? await tx.select().from(participant).where(isSeat).for("update") : [];
    await tx
      .update(invitation)
      .set({ openedAt: now })
      .where(and(eq(invitation.workspaceId, workspaceId), eq(invitation.id, id), isNull(invitation.openedAt)));
    if (!seat || !planId || !["invited", "delivered", "bounced"].includes(seat.status)) return {};

    await tx
      .update(participant)
      .set({ status: "opened", openedAt: seat.openedAt ?? now })
      .where(isSeat);
    const name = seat.name ?? seat.email ?? "";
    await recordEvent(tx, { workspaceId, participantId: seat.id, name }, now, "participant.invitation_opened", {
      planId,
      subject: { type: "participant", id: seat.id },
      before: { status: seat.status },
      after: { status: "opened", name: seat.name },
    });
    wakes(planId);
    return {};
  },
});
