import { and, eq } from "drizzle-orm";
import { invitationChase, participant } from "@/db/schema";
import type { Tx } from "../_kernel";
import { chasesAhead, remindersOfInvitation } from "./chase-dates";
import { clockAt } from "./clock-of-reader";
import { isChased, openOffers } from "./open-offer";

type Plan = { workspaceId: string; planId: string };

/**
 * Which reminders of unopened invitations to a plan are still to come, and on which days, if nobody opens one.
 * @param zones of those invited who are known here.
 */
export async function foreseeChasers(tx: Tx, plan: Plan, zones: ReadonlyMap<string, string | null>, now: Date) {
  const followed = await tx
    .select({ seat: participant, sent: invitationChase.sent, dueAt: invitationChase.dueAt })
    .from(invitationChase)
    .innerJoin(
      participant,
      and(eq(participant.workspaceId, invitationChase.workspaceId), eq(participant.id, invitationChase.participantId)),
    )
    .where(and(eq(invitationChase.workspaceId, plan.workspaceId), eq(invitationChase.planId, plan.planId)));
  if (followed.length === 0) return [];
  const offers = await openOffers(
    tx,
    plan,
    followed.map(({ seat }) => seat.id),
  );
  return followed.flatMap(({ seat, sent, dueAt }) => {
    const offer = offers.find(({ invitation }) => invitation.participantId === seat.id);
    if (!isChased(seat, offer)) return [];
    const { id: participantId, name, side } = seat;
    const clock = clockAt(zones.get(participantId), offer.invitation.email, offer.plan);
    const invitedAt = seat.invitedAt ?? offer.invitation.createdAt;
    return chasesAhead(clock, { invitedAt, sent, dueAt }, now).map(({ number, day }) => ({
      ...{ participantId, name, side, day },
      isLast: number === remindersOfInvitation,
    }));
  });
}
