import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { invitation, member, participant, participation } from "@/db/schema";
import type { Language } from "@/db/vocabulary";
import { recordEvent, refused, type Scene, type Tx, verb } from "../_kernel";
import { touchReminders } from "../reminder";
import { ensurePerson } from "./ensure-person";
import { emailOf, type Found, findInvitation, isStillAllowed, placePath } from "./find-invitation";
import { stateOf } from "./preview-invitation";
import { AcceptInvitation, Opened } from "./schemas";
import { openSession } from "./session";

const refusals = { used: "link_used", revoked: "link_revoked", expired: "link_expired" } as const;

/**
 * Takes the offered place, once, for the invited address and no other: holding the link proves the mailbox, unless the browser
 * says that somebody else holds it.
 */
export const acceptInvitation = verb({
  name: "access.accept_invitation",
  scope: "visitor",
  kind: "mutation",
  input: AcceptInvitation,
  output: Opened,
  may: "access.enter",
  async act({ tx, input, caller, now, wakes }) {
    const found = await findInvitation(tx, input.token);
    if (!found) throw refused("not_found");
    const { email } = found.invitation;
    const reader = await emailOf(tx, caller.personId);
    if (reader !== null && reader !== email) throw refused("other_person", { name: email });

    return takePlace({ tx, caller, now, wakes }, found, input);
  },
});

type Browser = { timeZone?: string | null; language?: Language | null };
type Entering = Pick<Scene<"visitor", unknown>, "tx" | "caller" | "now" | "wakes">;

/** The mailbox is proved: the place becomes that person's, and this browser theirs. */
export async function takePlace({ tx, caller, now, wakes }: Entering, found: Found, browser: Browser) {
  const { email, workspaceId, planId } = found.invitation;
  const state = stateOf(found, now);
  if (state !== "open") throw refused(refusals[state]);
  if (!isStillAllowed(found)) throw refused("link_revoked");
  await lockSeat(tx, found);
  await useUp(tx, found, now);

  const who = await ensurePerson(tx, { email, name: found.seat.name, now });
  if (found.member) {
    await tx
      .update(member)
      .set({ personId: who.id, joinedAt: now })
      .where(and(eq(member.workspaceId, workspaceId), eq(member.id, found.member.id)));
  } else if (found.participant && planId) {
    await join(tx, found.participant, who.id, now);
    wakes(planId);
  }
  const { device, sessionId: replaces } = caller;
  const { timeZone, language } = browser;
  const opened = await openSession(tx, { personId: who.id, now, device, timeZone, language, replaces });
  return { ...opened, personId: who.id, redirectTo: placePath(found) };
}

/** Whoever takes an offer back locks its place first, then the offer: in the same order, neither waits for the other for ever. */
async function lockSeat(tx: Tx, { participant: onPlan, member: inWorkspace }: Found) {
  const table = onPlan ? participant : member;
  const seat = onPlan ?? inWorkspace;
  if (!seat) return;
  await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.workspaceId, seat.workspaceId), eq(table.id, seat.id)))
    .for("no key update");
}

async function useUp(tx: Tx, found: Found, now: Date) {
  const { workspaceId, id } = found.invitation;
  const used = await tx
    .update(invitation)
    .set({ usedAt: now })
    .where(
      and(
        eq(invitation.workspaceId, workspaceId),
        eq(invitation.id, id),
        isNull(invitation.usedAt),
        isNull(invitation.revokedAt),
        gt(invitation.expiresAt, now),
      ),
    )
    .returning({ id: invitation.id });
  if (used.length === 0) throw refused("link_used");
}

async function join(tx: Tx, row: typeof participant.$inferSelect, personId: string, now: Date) {
  const { workspaceId, planId, id: participantId, side, role } = row;
  const taken = await tx
    .update(participant)
    .set({
      personId,
      status: "joined",
      joinedAt: now,
      openedAt: sql`coalesce(${participant.openedAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(
      and(eq(participant.workspaceId, workspaceId), eq(participant.id, participantId), isNull(participant.removedAt)),
    )
    .returning({ id: participant.id });
  if (taken.length === 0) throw refused("link_revoked");
  await tx
    .insert(participation)
    .values({ workspaceId, planId, personId, participantId, side, role })
    .onConflictDoUpdate({
      target: [participation.workspaceId, participation.planId, participation.personId],
      set: { participantId, side, role },
    });
  await touchReminders(tx, { workspaceId, planId, participantIds: [participantId] });
  await recordEvent(tx, { workspaceId, participantId, name: row.name ?? row.email ?? "" }, now, "participant.joined", {
    planId,
    subject: { type: "participant", id: participantId },
    after: { name: row.name, side, role },
  });
}
