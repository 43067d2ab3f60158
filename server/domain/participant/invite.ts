import { refused, takePoint, verb } from "../_kernel";
import { lockParticipant } from "./lock";
import { mailInvitation, mustNotPester, offerPlace, sentAt } from "./offer";
import { presentParticipant, saveParticipant } from "./save";
import { Invite, Participant, ParticipantRef, rolesOf } from "./schemas";

/**
 * Offers somebody a place on the plan, by mail. The lead invites colleagues; the seller's side invites both.
 * @throws Refusal `already_on_plan` for an address that takes part already; `not_allowed` when a buyer would invite a seller,
 * or anybody would give out a rank above their own; `domain_not_allowed` for an address at a domain that the plan does not take.
 */
export const invite = verb({
  name: "participant.invite",
  scope: "plan",
  kind: "mutation",
  input: Invite,
  output: Participant,
  may: "participant.invite",
  async act({ tx, actor, input, now, record }) {
    if (!rolesOf[input.side].includes(input.role)) throw refused("invalid", { fields: { role: "not_of_this_side" } });
    if (actor.side === "buyer" && input.side === "seller") throw refused("not_allowed");
    if (actor.role === "editor" && input.side === "seller" && input.role === "owner") throw refused("not_allowed");
    await takePoint("invite.plan", actor.planId);
    const row = await offerPlace({ tx, actor, now, record }, input);
    return presentParticipant(tx, actor, row, now);
  },
});

/**
 * Sends the invitation anew; the link that was sent before no longer works.
 * @throws Refusal `resend_too_soon`: each time asks for a longer wait than the one before.
 */
export const resendInvitation = verb({
  name: "participant.resend",
  scope: "plan",
  kind: "mutation",
  input: ParticipantRef,
  output: Participant,
  may: "participant.invite",
  async act({ tx, actor, input, now, record }) {
    const row = await lockParticipant(tx, actor, input.participantId);
    if (actor.side === "buyer" && row.side === "seller") throw refused("not_allowed");
    if (row.status === "joined") throw refused("already_here", { name: row.name ?? undefined });
    if (!row.email) throw refused("invalid", { fields: { email: "required" } });
    mustNotPester(row, now);
    await takePoint("invite.plan", actor.planId);
    const saved = await saveParticipant(tx, row, { ...sentAt(now), resends: row.mailedAt ? row.resends + 1 : 0 });
    await mailInvitation(tx, actor, saved, now, null);
    await record("participant.invitation_resent", {
      subject: { type: "participant", id: row.id },
      after: { name: row.name },
    });
    return presentParticipant(tx, actor, saved, now);
  },
});
