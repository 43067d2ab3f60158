import { and, asc, eq, lte } from "drizzle-orm";
import { invitationChase, participant } from "@/db/schema";
import { log } from "@/server/log";
import {
  now as clockNow,
  recordEvent,
  type SystemActor,
  type Tx,
  todayIn,
  withinService,
  withinSystem,
} from "../_kernel";
import { wake } from "../_kernel/bus";
import { type Clock, placeOfAddress } from "../calendar";
import { findHolds } from "../reminder";
import { nextChase, nextMorning, remindersOfInvitation, waitsUntil } from "./chase-dates";
import { clockOfInvitee, clockOfInviter } from "./clock-of-reader";
import { issueAnew } from "./issue-anew";
import { isChased, type Offer, openOffers } from "./open-offer";
import { tellInviter } from "./tell-inviter";

const MOST_AT_ONCE = 200;
const AGAIN_AFTER_TROUBLE_MS = 5 * 60 * 1000;

type Seat = typeof participant.$inferSelect;
type Following = typeof invitationChase.$inferSelect;
type Due = { workspaceId: string; planId: string; participantId: string };

/** An invitation was sent by a person: from here on it is followed anew. */
export async function followInvitation(
  tx: Tx,
  seat: Seat,
  about: { country: string; timeZone: string },
  now: Date,
): Promise<void> {
  const dueAt = nextChase(placeOfAddress(seat.email ?? "", about), { invitedAt: now, sent: 0, lastAt: null });
  if (!dueAt) return;
  const { workspaceId, planId, id: participantId } = seat;
  await tx
    .insert(invitationChase)
    .values({ workspaceId, planId, participantId, dueAt })
    .onConflictDoUpdate({
      target: [invitationChase.workspaceId, invitationChase.participantId],
      set: { sent: 0, dueAt },
    });
}

/** Looks at every invitation whose turn has come, and at no other. Any number of workers may do so at once. */
export async function chaseInvitations(signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted) {
    const due = await findDue();
    let looked = 0;
    for (const one of due) {
      if (signal?.aborted) return;
      if (await lookAt(one)) looked += 1;
    }
    if (looked === 0 || due.length < MOST_AT_ONCE) return;
  }
}

/** Only names them; which are looked at is settled under their locks. */
const findDue = (): Promise<Due[]> =>
  withinService((tx) =>
    tx
      .select({
        workspaceId: invitationChase.workspaceId,
        planId: invitationChase.planId,
        participantId: invitationChase.participantId,
      })
      .from(invitationChase)
      .where(lte(invitationChase.dueAt, clockNow()))
      .orderBy(asc(invitationChase.dueAt))
      .limit(MOST_AT_ONCE),
  );

/** @returns whether it was looked at; not when another is at work on it. */
async function lookAt(due: Due): Promise<boolean> {
  const actor: SystemActor = { kind: "system", job: "invitation.chase", ...due };
  try {
    const outcome = await withinSystem(actor, (tx) => chase(tx, due, clockNow()));
    if (outcome === "told") wake(due.planId);
    return outcome !== "busy";
  } catch (reason) {
    log.error({ err: reason, ...due }, "following up an invitation failed");
    const dueAt = new Date(clockNow().getTime() + AGAIN_AFTER_TROUBLE_MS);
    await withinSystem(actor, (tx) => tx.update(invitationChase).set({ dueAt }).where(isOf(due)));
    return true;
  }
}

const isOf = ({ workspaceId, participantId }: Due) =>
  and(eq(invitationChase.workspaceId, workspaceId), eq(invitationChase.participantId, participantId));

/** The seat is locked first, then its row here, as by everybody who invites: neither waits for the other for ever. */
async function chase(tx: Tx, due: Due, now: Date): Promise<"busy" | "looked" | "told"> {
  const [seat] = await tx
    .select()
    .from(participant)
    .where(and(eq(participant.workspaceId, due.workspaceId), eq(participant.id, due.participantId)))
    .for("update", { skipLocked: true });
  const [following] = await tx
    .select()
    .from(invitationChase)
    .where(and(isOf(due), lte(invitationChase.dueAt, now)))
    .for("update", { skipLocked: true });
  if (!seat || !following) return "busy";

  const [found] = await openOffers(tx, due, [due.participantId]);
  if (!isChased(seat, found)) {
    await tx.delete(invitationChase).where(isOf(due));
    return "looked";
  }

  const isLast = following.sent >= remindersOfInvitation;
  const clock = isLast
    ? await clockOfInviter(tx, found.invitation, found.plan)
    : await clockOfInvitee(tx, found.invitation.email, found.plan);
  const later = waitsUntil(clock, now);
  const comesToday = later !== null && todayIn(clock.zone, later) === todayIn(clock.zone, now);
  if (!isLast && !comesToday && (await isHeld(tx, following, clock, now))) {
    await countReminder(tx, seat, found, following.sent + 1, now);
    return "looked";
  }
  if (later) {
    await tx.update(invitationChase).set({ dueAt: later }).where(isOf(due));
    return "looked";
  }
  if (!isLast) await remind(tx, seat, found, following.sent + 1, now);
  else if (!(await giveUp(tx, seat, found, clock, now))) {
    await tx
      .update(invitationChase)
      .set({ dueAt: nextMorning(clock, now) })
      .where(isOf(due));
    return "looked";
  }
  return "told";
}

/** Held back for the day on which it fell due, or for one that passed while no worker was there. */
async function isHeld(tx: Tx, following: Following, { zone }: Clock, now: Date): Promise<boolean> {
  const { workspaceId, participantId, dueAt } = following;
  const days = { from: todayIn(zone, dueAt), until: todayIn(zone, now) };
  const holds = await findHolds(tx, { workspaceId, mail: "invitation", participantIds: [participantId], ...days });
  return holds.length > 0;
}

/** Only a hash of the link is kept, so a reminder brings a fresh one, and the one before ends. */
async function remind(tx: Tx, seat: Seat, found: Offer, number: number, now: Date) {
  const invitedAt = seat.invitedAt ?? found.invitation.createdAt;
  const key = `invitation-reminder:${seat.id}:${invitedAt.getTime()}:${number}`;
  await issueAnew(tx, { ...found, seat }, now, { number, key });
  await tx.update(participant).set({ mailedAt: now }).where(isSeat(seat));
  await recordEvent(
    tx,
    { workspaceId: seat.workspaceId, participantId: null, name: "Throughline" },
    now,
    "participant.invitation_reminded",
    {
      planId: seat.planId,
      subject: { type: "participant", id: seat.id },
      after: { name: seat.name, number },
    },
  );
  await countReminder(tx, seat, found, number, now);
}

/** One that was held back counts as well: what follows keeps its day. */
async function countReminder(tx: Tx, seat: Seat, found: Offer, number: number, now: Date) {
  const invitedAt = seat.invitedAt ?? found.invitation.createdAt;
  const clock =
    number >= remindersOfInvitation
      ? await clockOfInviter(tx, found.invitation, found.plan)
      : await clockOfInvitee(tx, found.invitation.email, found.plan);
  const dueAt = nextChase(clock, { invitedAt, sent: number, lastAt: now }) ?? now;
  await tx
    .update(invitationChase)
    .set({ sent: number, dueAt })
    .where(isOf({ ...seat, participantId: seat.id }));
}

/** Nobody is asked a fourth time: whoever invited can do what a mail can't. @returns false when they had today's mail of such already. */
async function giveUp(tx: Tx, seat: Seat, found: Offer, clock: Clock, now: Date): Promise<boolean> {
  if (!(await tellInviter(tx, { seat, ...found, clock, now }))) return false;
  await tx.update(participant).set({ unansweredAt: now }).where(isSeat(seat));
  await recordEvent(
    tx,
    { workspaceId: seat.workspaceId, participantId: null, name: "Throughline" },
    now,
    "invitation.unanswered",
    {
      planId: seat.planId,
      subject: { type: "participant", id: seat.id },
      after: { name: seat.name ?? seat.email, invitedBy: found.invitation.invitedByName, side: seat.side },
    },
  );
  await tx.delete(invitationChase).where(isOf({ ...seat, participantId: seat.id }));
  return true;
}

const isSeat = ({ workspaceId, id }: Seat) => and(eq(participant.workspaceId, workspaceId), eq(participant.id, id));
