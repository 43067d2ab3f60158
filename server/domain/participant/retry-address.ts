import { refused, takePoint, verb } from "../_kernel";
import { forgiveBounce } from "../delivery";
import { lockParticipant } from "./lock";
import { mailInvitation, sentAt } from "./offer";
import { presentParticipant, saveParticipant } from "./save";
import { Participant, ParticipantRef } from "./schemas";

/**
 * Tries an address once more that mail came back from: a mailbox may have been made meanwhile. Who has not joined gets their
 * invitation anew. Twice a week at most for one address, whoever tries.
 * @throws Refusal `address_bounces` where its reader called our mail unwanted, which nobody else takes back.
 */
export const retryAddress = verb({
  name: "participant.retry_address",
  scope: "plan",
  kind: "mutation",
  input: ParticipantRef,
  output: Participant,
  may: "participant.invite",
  async act({ tx, actor, input, now, record }) {
    const row = await lockParticipant(tx, actor, input.participantId);
    if (actor.side === "buyer" && row.side === "seller") throw refused("not_allowed");
    if (!row.email) throw refused("invalid", { fields: { email: "required" } });
    if (!row.bouncedAt) return presentParticipant(tx, actor, row, now);
    await takePoint("invite.plan", actor.planId);
    await takePoint("retry.address", row.email);
    await forgiveBounce(row.email);

    const isOut = row.status !== "joined" && row.status !== "not_invited";
    const saved = await saveParticipant(
      tx,
      row,
      isOut ? { ...sentAt(now), resends: row.resends + 1 } : { bouncedAt: null },
    );
    if (isOut) await mailInvitation(tx, actor, saved, now, null);
    await record(isOut ? "participant.invitation_resent" : "participant.address_retried", {
      subject: { type: "participant", id: row.id },
      after: { name: row.name },
    });
    return presentParticipant(tx, actor, saved, now);
  },
});
