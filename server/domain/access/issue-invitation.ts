import { and, eq, isNull, type SQL } from "drizzle-orm";
import { invitation, member, participant } from "@/db/schema";
import { env } from "@/server/env";
import { hashOf, newId, newToken, queueMail, type Tx } from "../_kernel";
import { remindersOfInvitation } from "./chase-dates";
import { companyInSender, companyOfInviter } from "./inviter";

const VALID_DAYS = 7;

export type Seat = { workspaceId: string; participantId: string | null; memberId: string | null };

export type Invitation = Seat & {
  planId: string | null;
  email: string;
  name: string;
  invitedByName: string;
  /** Left out for an offer made before it was kept: then the inviter's name has to tell. */
  invitedByCompany?: string | null;
  invitedByParticipantId?: string | null;
  replyTo?: string | null;
  workspaceName: string;
  planTitle: string | null;
  customerName: string | null;
  note: string | null;
  /** Which reminder of the invitation it is, and what makes a second one of it impossible. */
  reminder?: { number: number; key: string };
  now: Date;
};

/** Offers a place to one address by mail, good once and for seven days. A link sent before for the same place ends here. */
export async function issueInvitation(tx: Tx, given: Invitation): Promise<{ invitationId: string }> {
  const { workspaceId, planId, participantId, memberId, email, invitedByName, now } = given;
  await revokeInvitations(tx, given, now);

  const id = newId();
  const token = newToken();
  const inviterCompany = given.invitedByCompany ?? (await companyOfInviter(tx, given));
  const expiresAt = new Date(now.getTime() + VALID_DAYS * 24 * 60 * 60 * 1000);
  await tx.insert(invitation).values({
    workspaceId,
    id,
    planId,
    participantId,
    memberId,
    email,
    tokenHash: hashOf(token),
    invitedByName,
    invitedByCompany: inviterCompany,
    invitedByParticipantId: given.invitedByParticipantId,
    expiresAt,
    createdAt: now,
  });
  const about = {
    url: `${env.APP_URL}/invitation?token=${token}`,
    inviterName: invitedByName,
    inviteeName: given.name,
    expiresOn: expiresAt.toISOString().slice(0, 10),
  };
  await queueMail(tx, {
    key: given.reminder?.key ?? `invitation:${id}`,
    template: templateOf(given),
    to: email,
    workspaceId,
    planId,
    participantId,
    fromName: `${invitedByName} (${await companyInSender(tx, { ...given, company: inviterCompany })})`,
    replyTo: given.replyTo,
    props: participantId
      ? {
          ...about,
          inviterCompany,
          supplierName: given.workspaceName,
          customerName: given.customerName,
          planTitle: given.planTitle,
          side: await sideOf(tx, workspaceId, participantId),
          ...(given.reminder ? { isLast: given.reminder.number === remindersOfInvitation } : { note: given.note }),
        }
      : { ...about, workspaceName: given.workspaceName, role: await roleOf(tx, given) },
    now,
  });
  return { invitationId: id };
}

function templateOf({ participantId, reminder }: Invitation) {
  if (!participantId) return "workspace-invitation";
  return reminder ? "invitation-reminder" : "invitation";
}

/** Ends every link to a place that nobody has used yet. */
export async function revokeInvitations(tx: Tx, seat: Seat, now: Date): Promise<void> {
  const ofSeat: SQL | undefined = seat.participantId
    ? eq(invitation.participantId, seat.participantId)
    : seat.memberId
      ? eq(invitation.memberId, seat.memberId)
      : undefined;
  if (!ofSeat) throw new Error("an invitation is to a place on a plan or in a workspace");
  await tx
    .update(invitation)
    .set({ revokedAt: now })
    .where(
      and(
        eq(invitation.workspaceId, seat.workspaceId),
        ofSeat,
        isNull(invitation.usedAt),
        isNull(invitation.revokedAt),
      ),
    );
}

async function sideOf(tx: Tx, workspaceId: string, participantId: string) {
  const [row] = await tx
    .select({ side: participant.side })
    .from(participant)
    .where(and(eq(participant.workspaceId, workspaceId), eq(participant.id, participantId)));
  return row?.side ?? "buyer";
}

async function roleOf(tx: Tx, { workspaceId, memberId }: Seat) {
  if (!memberId) return "member";
  const [row] = await tx
    .select({ role: member.role })
    .from(member)
    .where(and(eq(member.workspaceId, workspaceId), eq(member.id, memberId)));
  return row?.role ?? "member";
}
