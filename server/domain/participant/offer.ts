import { and, eq, isNull } from "drizzle-orm";
import { member, participant, plan, workspace } from "@/db/schema";
import type { BuyingRole, PlanRole, Side } from "@/db/vocabulary";
import { newId, type PlanActor, refused, type Scene, type Tx } from "../_kernel";
import { followInvitation, issueInvitation, mustBeAllowed, resendAt } from "../access";
import { mustTakeMail } from "../delivery";
import { lockParticipant, lockPeople } from "./lock";
import { saveParticipant, touchIfNamed } from "./save";
import type { ParticipantRow } from "./show";

export type Offer = {
  email: string;
  name: string;
  side: Side;
  role: PlanRole;
  /** The place on the plan that is offered; without it a new one. */
  participantId?: string;
  title: string | null;
  buyingRole: BuyingRole | null;
  note: string | null;
};

type Offering = Pick<Scene<"plan", unknown>, "tx" | "actor" | "now" | "record">;

/**
 * Puts somebody on the plan and mails them the invitation.
 * @throws Refusal `already_on_plan`, `address_bounces`, `domain_not_allowed`, `domain_looks_alike`, `resend_too_soon`.
 */
export async function offerPlace({ tx, actor, now, record }: Offering, offer: Offer): Promise<ParticipantRow> {
  await lockPeople(tx, actor);
  const [taken] = await tx
    .select({ id: participant.id })
    .from(participant)
    .where(
      and(
        eq(participant.workspaceId, actor.workspaceId),
        eq(participant.planId, actor.planId),
        eq(participant.email, offer.email),
        isNull(participant.removedAt),
      ),
    );
  await keepsSidesApart(tx, actor, offer);
  if (taken && taken.id !== offer.participantId) throw refused("already_on_plan", { name: offer.email });

  const details = {
    email: offer.email,
    name: offer.name,
    title: offer.title,
    buyingRole: offer.side === "buyer" ? offer.buyingRole : null,
    role: offer.role,
  };
  const row = offer.participantId
    ? await fillPlace(tx, actor, { ...offer, participantId: offer.participantId }, details, now)
    : await newPlace(tx, actor, offer.side, { ...details, ...sentAt(now) });
  await mailInvitation(tx, actor, row, now, offer.note);
  await record("participant.invited", {
    subject: { type: "participant", id: row.id },
    after: { name: row.name, side: row.side, role: row.role, buyingRole: row.buyingRole },
  });
  return row;
}

/** What is known of an invitation that has just gone out: nothing yet but that. */
export const sentAt = (now: Date) => ({
  status: "invited" as const,
  invitedAt: now,
  mailedAt: now,
  deliveredAt: null,
  openedAt: null,
  bouncedAt: null,
  unansweredAt: null,
});

/** @throws Refusal `resend_too_soon` while the last mail is too recent. */
export function mustNotPester(row: ParticipantRow, now: Date): void {
  const from = resendAt(row);
  if (!from || from <= now) return;
  throw refused("resend_too_soon", { name: row.name ?? undefined });
}

/** The committee is the customer's: nobody of the supplier joins it, and once it has a lead, the lead says who leads. */
async function keepsSidesApart(tx: Tx, actor: PlanActor, { side, email, role }: Offer) {
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

/** Inviting the same address again is sending it again; another address begins anew. */
async function fillPlace(
  tx: Tx,
  actor: PlanActor,
  { participantId, side, email }: Offer & { participantId: string },
  details: Details,
  now: Date,
) {
  const row = await lockParticipant(tx, actor, participantId);
  if (row.side !== side) throw refused("invalid", { fields: { side: "not_of_this_side" } });
  if (row.status === "joined") throw refused("already_here", { name: row.name ?? undefined });
  const isAgain = row.email === email && row.mailedAt !== null;
  if (isAgain) mustNotPester(row, now);
  const saved = await saveParticipant(tx, row, {
    ...details,
    ...sentAt(now),
    resends: isAgain ? row.resends + 1 : 0,
    buyingRole: details.buyingRole ?? row.buyingRole,
  });
  await touchIfNamed(tx, row, saved);
  return saved;
}

async function newPlace(tx: Tx, actor: PlanActor, side: Side, details: Details & { role: PlanRole }) {
  const [added] = await tx
    .insert(participant)
    .values({ workspaceId: actor.workspaceId, id: newId(), planId: actor.planId, side, ...details })
    .returning();
  if (!added) throw new Error("an inserted participant was not returned");
  return added;
}

export async function mailInvitation(tx: Tx, actor: PlanActor, row: ParticipantRow, now: Date, note: string | null) {
  const [about] = await tx
    .select({ plan, workspaceName: workspace.name })
    .from(plan)
    .innerJoin(workspace, eq(workspace.id, plan.workspaceId))
    .where(and(eq(plan.workspaceId, actor.workspaceId), eq(plan.id, actor.planId)));
  if (!about || !row.email) throw refused("not_found");
  await mustTakeMail(row.email, row.name);
  if (row.side === "buyer") mustBeAllowed(row.email, about.plan.allowedDomains, { names: true });
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
    invitedByCompany: actor.side === "buyer" ? about.plan.customerName : about.workspaceName,
    invitedByParticipantId: actor.participantId,
    replyTo: inviter?.email ?? null,
    workspaceName: about.workspaceName,
    planTitle: about.plan.title,
    customerName: about.plan.customerName,
    note,
    now,
  });
  await followInvitation(tx, row, about.plan, now);
}
