import { and, eq, gt, isNull } from "drizzle-orm";
import { accessRequest, invitation, member, participant } from "@/db/schema";
import { hashOf, newId, Refusal, recordEvent, refused, type Tx, takePoint, verb } from "../_kernel";
import {
  emailOf,
  type Found,
  findInvitation,
  issueAnew,
  issueSignIn,
  mayAskToJoin,
  mustBeAllowed,
  resendAt,
} from "../access";
import { Nothing } from "../access/schemas";
import { mailRequest } from "./mail-request";
import { AskForAccess } from "./schemas";

const QUIET_DAYS = 30;

/**
 * Somebody to whom an invitation was handed on asks for a place of their own. Whether the address takes part already, was asked for
 * before or was declined, the answer is the same: the page tells nothing of who is on the plan.
 */
export const askForAccess = verb({
  name: "access_request.ask",
  scope: "visitor",
  kind: "mutation",
  input: AskForAccess,
  output: Nothing,
  may: "access.enter",
  async before(caller, { token }) {
    await takePoint("request.ip", caller.ip ?? "unknown");
    await takePoint("request.invitation", hashOf(token));
  },
  async act({ tx, input, caller, now, wakes }) {
    const found = await findInvitation(tx, input.token);
    if (!found?.plan || !found.participant || !mayAskToJoin(found)) throw refused("not_found");
    const email = (await emailOf(tx, caller.personId)) ?? input.email;
    if (!email) throw refused("invalid", { fields: { email: "required" } });
    if (email === found.invitation.email) throw refused("invalid", { fields: { email: "invited_address" } });
    const { side, planId, workspaceId } = found.participant;
    if (side === "buyer") mustBeAllowed(email, found.plan.allowedDomains, { names: false });
    await takePoint("request.plan", planId);

    const asking = { workspaceId, planId, email, side };
    if (await isAtHome(tx, asking, found, now)) return {};
    if (await isSettled(tx, asking, now)) return {};
    const [request] = await tx
      .insert(accessRequest)
      .values({
        ...asking,
        id: newId(),
        invitationId: found.invitation.id,
        name: input.name,
        why: input.why,
        createdAt: now,
      })
      .onConflictDoNothing()
      .returning();
    if (!request) return {};

    await mailRequest(tx, { request, plan: found.plan, workspace: found.workspace, now });
    await recordEvent(tx, { workspaceId, participantId: null, name: request.name }, now, "access_request.asked", {
      planId,
      subject: { type: "access_request", id: request.id },
      after: { name: request.name, side },
    });
    wakes(planId);
    return {};
  },
});

type Asking = { workspaceId: string; planId: string; email: string; side: "buyer" | "seller" };

/** Who takes part, or is invited, needs no place but the way to it: that is mailed to their own address, as seldom as any other. */
async function isAtHome(tx: Tx, { workspaceId, planId, email }: Asking, found: Found, now: Date): Promise<boolean> {
  const isTheirs = and(
    eq(participant.workspaceId, workspaceId),
    eq(participant.planId, planId),
    eq(participant.email, email),
    isNull(participant.removedAt),
  );
  const [seat] = await tx.select().from(participant).where(isTheirs).for("update");
  if (!seat || seat.status === "not_invited") return false;
  if (seat.status === "joined") {
    // Refused, it would tell a stranger who takes part.
    if (await isSeldomEnough(email)) await issueSignIn(tx, { email, redirectTo: `/plans/${planId}`, now });
    return true;
  }
  const from = resendAt(seat);
  const [offer] = await tx
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.workspaceId, workspaceId),
        eq(invitation.participantId, seat.id),
        isNull(invitation.usedAt),
        isNull(invitation.revokedAt),
      ),
    );
  if (offer && (!from || from <= now)) {
    await issueAnew(tx, { ...found, invitation: offer, seat }, now);
    await tx.update(participant).set({ mailedAt: now }).where(isTheirs);
  }
  return true;
}

const isSeldomEnough = (email: string) =>
  takePoint("sign-in.address", email).then(
    () => true,
    (reason: unknown) => {
      if (reason instanceof Refusal) return false;
      throw reason;
    },
  );

/** Colleagues of the supplier are no customers; and who was declined is not heard again for a while. */
async function isSettled(tx: Tx, { workspaceId, planId, email, side }: Asking, now: Date): Promise<boolean> {
  const [colleague] = await tx
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.workspaceId, workspaceId), eq(member.email, email), isNull(member.removedAt)));
  if (colleague && side === "buyer") return true;
  const [declined] = await tx
    .select({ id: accessRequest.id })
    .from(accessRequest)
    .where(
      and(
        eq(accessRequest.workspaceId, workspaceId),
        eq(accessRequest.planId, planId),
        eq(accessRequest.email, email),
        eq(accessRequest.state, "declined"),
        gt(accessRequest.answeredAt, new Date(now.getTime() - QUIET_DAYS * 24 * 60 * 60 * 1000)),
      ),
    )
    .limit(1);
  return declined !== undefined;
}
