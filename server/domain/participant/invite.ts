import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { member, participant, plan, workspace } from "@/db/schema";
import type { PlanRole, Side } from "@/db/vocabulary";
import { newId, type PlanActor, refused, type Tx, takePoint, verb } from "../_kernel";
import { issueInvitation } from "../access";
import { lockParticipant, lockPeople } from "./lock";
import { presentParticipant, saveParticipant } from "./save";
import { Invite, Participant, ParticipantRef, rolesOf } from "./schemas";
import type { ParticipantRow } from "./show";

/**
 * Offers somebody a place on the plan, by mail. The lead invites colleagues; the seller's side invites both.
 * @throws Refusal `already_on_plan` for an address that takes part already; `not_allowed` when a buyer would invite a seller,
 * or anybody would give out a rank above their own.
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

    await lockPeople(tx, actor);
    const [taken] = await tx
      .select({ id: participant.id })
      .from(participant)
      .where(
        and(
          eq(participant.workspaceId, actor.workspaceId),
          eq(participant.planId, actor.planId),
          eq(participant.email, input.email),
          isNull(participant.removedAt),
        ),
      );
    await keepsSidesApart(tx, actor, input);
    if (taken && taken.id !== input.participantId) throw refused("already_on_plan", { name: input.email });

    const details = {
      email: input.email,
      name: input.name,
      title: input.title,
      buyingRole: input.side === "buyer" ? input.buyingRole : null,
      role: input.role,
      status: "invited" as const,
    };
    const row = input.participantId
      ? await fillPlace(tx, actor, input.participantId, input.side, details)
      : await newPlace(tx, actor, input.side, details);
    await mailInvitation(tx, actor, row, now, input.note);
    await record("participant.invited", {
      subject: { type: "participant", id: row.id },
      after: { name: row.name, side: row.side, role: row.role, buyingRole: row.buyingRole },
    });
    return presentParticipant(tx, actor, row, now);
  },
});

/** Sends the invitation anew; the link that was sent before no longer works. */
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
    await takePoint("invite.plan", actor.planId);
    const saved = await saveParticipant(tx, row, { status: "invited" });
    await mailInvitation(tx, actor, saved, now, null);
    await record("participant.invitation_resent", {
      subject: { type: "participant", id: row.id },
      after: { name: row.name },
    });
    return presentParticipant(tx, actor, saved, now);
  },
});

/** The committee is the customer's: nobody of the supplier joins it, and once it has a lead, the lead says who leads. */
async function keepsSidesApart(tx: Tx, actor: PlanActor, { side, email, role }: z.output<typeof Invite>) {
  if (side !== "buyer") return;
  const [colleague] = await tx
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.workspaceId, actor.workspaceId), eq(member.email, email), isNull(member.removedAt)));
  if (colleague) throw refused("not_allowed");
  if (role !== "lead" || actor.side === "buyer") return;
  const [lead] = await tx
    .select({ id: participant.id })
    .from(participant)
    .where(
      and(
        eq(participant.workspaceId, actor.workspaceId),
        eq(participant.planId, actor.planId),
        eq(participant.role, "lead"),
        eq(participant.status, "joined"),
        isNull(participant.removedAt),
      ),
    )
    .limit(1);
  if (lead) throw refused("not_allowed");
}

type Details = Partial<ParticipantRow>;

async function fillPlace(tx: Tx, actor: PlanActor, participantId: string, side: Side, details: Details) {
  const row = await lockParticipant(tx, actor, participantId);
  if (row.side !== side) throw refused("invalid", { fields: { side: "not_of_this_side" } });
  if (row.status === "joined") throw refused("already_here", { name: row.name ?? undefined });
  return saveParticipant(tx, row, { ...details, buyingRole: details.buyingRole ?? row.buyingRole });
}

async function newPlace(tx: Tx, actor: PlanActor, side: Side, details: Details & { role: PlanRole }) {
  const [added] = await tx
    .insert(participant)
    .values({ workspaceId: actor.workspaceId, id: newId(), planId: actor.planId, side, ...details })
    .returning();
  if (!added) throw new Error("an inserted participant was not returned");
  return added;
}

async function mailInvitation(tx: Tx, actor: PlanActor, row: ParticipantRow, now: Date, note: string | null) {
  const [about] = await tx
    .select({ title: plan.title, customerName: plan.customerName, workspaceName: workspace.name })
    .from(plan)
    .innerJoin(workspace, eq(workspace.id, plan.workspaceId))
    .where(and(eq(plan.workspaceId, actor.workspaceId), eq(plan.id, actor.planId)));
  if (!about || !row.email) throw refused("not_found");
  const [inviter] = actor.participantId
    ? await tx
        .select({ email: participant.email })
        .from(participant)
        .where(and(eq(participant.workspaceId, actor.workspaceId), eq(participant.id, actor.participantId)))
    : [];
  await issueInvitation(tx, {
    workspaceId: actor.workspaceId,
    planId: actor.planId,
    participantId: row.id,
    memberId: null,
    email: row.email,
    name: row.name ?? row.email,
    invitedByName: actor.name,
    replyTo: inviter?.email ?? null,
    workspaceName: about.workspaceName,
    planTitle: about.title,
    customerName: about.customerName,
    note,
    now,
  });
}
