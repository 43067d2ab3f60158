import { and, asc, eq, isNull } from "drizzle-orm";
import type { invitation, plan } from "@/db/schema";
import { participant } from "@/db/schema";
import { env } from "@/server/env";
import { gathered, queueMail, type Tx, todayIn } from "../_kernel";
import type { Clock } from "../calendar";
import { FrozenUnanswered } from "./recheck-unanswered";

type Seat = typeof participant.$inferSelect;
type Unanswered = {
  seat: Seat;
  invitation: typeof invitation.$inferSelect;
  plan: typeof plan.$inferSelect;
  /** The inviter's. */
  clock: Clock;
  now: Date;
};

/** All that fall due on a morning are looked at well within this, also those that failed once. */
const GATHERED_MS = 10 * 60 * 1000;

/**
 * Tells who invited that nothing came of it, or, when they are gone, those who lead the invited person's side: all of a day in one mail.
 * @returns false when that mail has left, so that it can't be told today.
 */
export async function tellInviter(tx: Tx, unanswered: Unanswered): Promise<boolean> {
  const { seat, invitation, plan, clock, now } = unanswered;
  const day = todayIn(clock.zone, now);
  const readers = await readersOf(tx, seat, invitation.invitedByParticipantId);
  const mails = [];
  for (const reader of readers) {
    const key = `invitation-unanswered:${seat.workspaceId}:${reader.personId ?? reader.id}:${day}`;
    const before = await gathered(tx, key);
    if (before === "left") return false;
    mails.push({ reader, key, before });
  }
  for (const { reader, key, before } of mails) {
    if (!reader.email) continue;
    const isOfOnePlan = before === null || before.planId === seat.planId;
    await queueMail(tx, {
      key,
      template: "invitation-unanswered",
      to: reader.email,
      workspaceId: seat.workspaceId,
      // Of several plans it is nobody's who heads one of them.
      planId: isOfOnePlan ? seat.planId : null,
      personId: reader.personId,
      participantId: isOfOnePlan ? reader.id : null,
      props: {
        name: reader.name,
        invited: [...(before ? FrozenUnanswered.parse(before.props).invited : []), toldOf(seat, invitation, plan)],
        allUrl: `${env.APP_URL}/notifications`,
        zone: clock.zone,
        country: clock.calendar.country,
      },
      now,
      leavesAt: new Date(now.getTime() + GATHERED_MS),
      isMore: true,
    });
  }
  return true;
}

const toldOf = (seat: Seat, invitation: Unanswered["invitation"], plan: Unanswered["plan"]) => ({
  planId: seat.planId,
  participantId: seat.id,
  url: `${env.APP_URL}/plans/${seat.planId}/people?person=${seat.id}`,
  inviteeName: seat.name ?? seat.email ?? "",
  inviteeEmail: seat.email ?? "",
  planTitle: plan.title,
  invitedOn: (seat.invitedAt ?? invitation.createdAt).toISOString().slice(0, 10),
  wasDelivered: seat.deliveredAt !== null,
});

/** Always in the same order: two who tell the same people don't wait for each other. */
async function readersOf(tx: Tx, { workspaceId, planId, side }: Seat, inviterId: string | null): Promise<Seat[]> {
  const onPlan = and(
    eq(participant.workspaceId, workspaceId),
    eq(participant.planId, planId),
    eq(participant.status, "joined"),
    isNull(participant.removedAt),
  );
  if (inviterId) {
    const inviter = await tx
      .select()
      .from(participant)
      .where(and(onPlan, eq(participant.id, inviterId)));
    if (inviter.length > 0) return inviter;
  }
  const heads = (role: "lead" | "owner") =>
    tx
      .select()
      .from(participant)
      .where(and(onPlan, eq(participant.role, role)))
      .orderBy(asc(participant.personId));
  const leads = side === "buyer" ? await heads("lead") : [];
  return leads.length > 0 ? leads : heads("owner");
}
