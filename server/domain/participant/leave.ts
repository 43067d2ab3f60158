import { and, eq, isNull, ne } from "drizzle-orm";
import { participant, participation } from "@/db/schema";
import { overAllZones, type PlanActor, refused, type Tx, verb } from "../_kernel";
import { revokeInvitations } from "../access";
import { retellMeetingsOf } from "../meeting";
import { touchReminders } from "../reminder";
import { lockParticipant, lockPeople } from "./lock";
import { presentParticipant, saveParticipant } from "./save";
import { Participant, ParticipantRef, rolesOf, SetParticipantRole } from "./schemas";
import type { ParticipantRow } from "./show";

/** Takes back an invitation that nobody has accepted. The person stays on the plan, not invited. */
export const revokeInvitation = verb({
  name: "participant.revoke",
  scope: "plan",
  kind: "mutation",
  input: ParticipantRef,
  output: Participant,
  may: "participant.invite",
  async act({ tx, actor, input, now, record }) {
    const row = await lockParticipant(tx, actor, input.participantId);
    if (actor.side === "buyer" && row.side === "seller") throw refused("not_allowed");
    if (row.status === "joined") throw refused("already_here", { name: row.name ?? undefined });
    await revokeInvitations(tx, { workspaceId: row.workspaceId, participantId: row.id, memberId: null }, now);
    const saved = await saveParticipant(tx, row, { status: "not_invited" });
    await record("participant.invitation_revoked", {
      subject: { type: "participant", id: row.id },
      after: { name: row.name },
    });
    return presentParticipant(tx, actor, saved, now);
  },
});

/** Ends somebody's part in the plan: their next request is refused and their open stream closes. */
export const removeParticipant = verb({
  name: "participant.remove",
  scope: "plan",
  kind: "mutation",
  input: ParticipantRef,
  output: Participant,
  may: "participant.manage",
  async act({ tx, actor, input, now, record }) {
    await lockPeople(tx, actor);
    const row = await lockParticipant(tx, actor, input.participantId);
    mayManage(actor, row);
    await keepsItsHead(tx, row);
    // By whose calendar their days go may have been said by this plan.
    await touchReminders(tx, { ...actor, participantIds: [row.id] });
    await tx
      .delete(participation)
      .where(
        and(
          eq(participation.workspaceId, row.workspaceId),
          eq(participation.planId, row.planId),
          eq(participation.participantId, row.id),
        ),
      );
    await revokeInvitations(tx, { workspaceId: row.workspaceId, participantId: row.id, memberId: null }, now);
    // Also those that the actor must not know of: nothing of them leaves this.
    await overAllZones(tx, actor.planId, actor.side, () =>
      retellMeetingsOf(tx, { workspaceId: row.workspaceId, participantId: row.id }),
    );
    const saved = await saveParticipant(tx, row, { removedAt: now });
    await record("participant.removed", {
      subject: { type: "participant", id: row.id },
      before: { name: row.name, role: row.role },
      after: { name: row.name },
    });
    return presentParticipant(tx, actor, saved, now);
  },
});

export const setParticipantRole = verb({
  name: "participant.set_role",
  scope: "plan",
  kind: "mutation",
  input: SetParticipantRole,
  output: Participant,
  may: "participant.manage",
  async act({ tx, actor, input, now, record }) {
    await lockPeople(tx, actor);
    const row = await lockParticipant(tx, actor, input.participantId);
    mayManage(actor, row);
    if (!rolesOf[row.side].includes(input.role)) throw refused("invalid", { fields: { role: "not_of_this_side" } });
    if (row.role === input.role) return presentParticipant(tx, actor, row, now);
    await keepsItsHead(tx, row);
    const saved = await giveRole(tx, row, input.role);
    await record("participant.role_changed", {
      subject: { type: "participant", id: row.id },
      before: { name: row.name, role: row.role },
      after: { name: row.name, role: saved.role },
    });
    return presentParticipant(tx, actor, saved, now);
  },
});

/** The lead makes another member of the committee the lead, and stays as a contributor. */
export const handOverLead = verb({
  name: "participant.hand_over",
  scope: "plan",
  kind: "mutation",
  input: ParticipantRef,
  output: Participant,
  may: "participant.manage",
  async act({ tx, actor, input, now, record }) {
    if (actor.role !== "lead" || !actor.participantId) throw refused("not_allowed");
    await lockPeople(tx, actor);
    const heir = await lockParticipant(tx, actor, input.participantId);
    if (heir.side !== "buyer" || heir.status !== "joined" || heir.id === actor.participantId)
      throw refused("not_allowed");
    const saved = await giveRole(tx, heir, "lead");
    await giveRole(tx, await lockParticipant(tx, actor, actor.participantId), "contributor");
    await record("participant.lead_handed_over", {
      subject: { type: "participant", id: heir.id },
      after: { name: heir.name },
    });
    return presentParticipant(tx, actor, saved, now);
  },
});

/** Each side manages its own people; the supplier's owner also those of the buyer who have not joined. */
function mayManage(actor: PlanActor, row: ParticipantRow) {
  if (actor.side === row.side) return;
  if (actor.side === "seller" && row.status !== "joined") return;
  throw refused("not_allowed");
}

async function keepsItsHead(tx: Tx, row: ParticipantRow) {
  if (row.role !== "lead" && row.role !== "owner") return;
  if (row.status !== "joined") return;
  const [another] = await tx
    .select({ id: participant.id })
    .from(participant)
    .where(
      and(
        eq(participant.workspaceId, row.workspaceId),
        eq(participant.planId, row.planId),
        eq(participant.role, row.role),
        eq(participant.status, "joined"),
        isNull(participant.removedAt),
        ne(participant.id, row.id),
      ),
    )
    .limit(1);
  if (!another) throw refused(row.role === "lead" ? "last_lead" : "last_owner", { name: row.name ?? undefined });
}

async function giveRole(tx: Tx, row: ParticipantRow, role: ParticipantRow["role"]) {
  await tx
    .update(participation)
    .set({ role })
    .where(
      and(
        eq(participation.workspaceId, row.workspaceId),
        eq(participation.planId, row.planId),
        eq(participation.participantId, row.id),
      ),
    );
  return saveParticipant(tx, row, { role });
}
