import { and, eq, isNull, type SQL } from "drizzle-orm";
import { invitation, member, participant } from "@/db/schema";
import { env } from "@/server/env";
import { hashOf, newId, newToken, queueMail, type Tx } from "../_kernel";
import { companyOfInviter } from "./inviter";

const VALID_DAYS = 7;

export type Seat = { workspaceId: string; participantId: string | null; memberId: string | null };

export type Invitation = Seat & {
  planId: string | null;
  email: string;
  name: string;
  invitedByName: string;
  replyTo?: string | null;
  workspaceName: string;
  planTitle: string | null;
  customerName: string | null;
  note: string | null;
  now: Date;
};

/** Offers a place to one address by mail, good once and for seven days. A link sent before for the same place ends here. */
export async function issueInvitation(tx: Tx, given: Invitation): Promise<{ invitationId: string }> {
  const { workspaceId, planId, participantId, memberId, email, invitedByName, now } = given;
  await revokeInvitations(tx, given, now);

  const id = newId();
  const token = newToken();
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
    expiresAt,
    createdAt: now,
  });
  const inviterCompany = await companyOfInviter(tx, given);
  const about = {
    url: `${env.APP_URL}/invitation?token=${token}`,
    inviterName: invitedByName,
    inviteeName: given.name,
    expiresOn: expiresAt.toISOString().slice(0, 10),
  };
  await queueMail(tx, {
    key: `invitation:${id}`,
    template: participantId ? "invitation" : "workspace-invitation",
    to: email,
    workspaceId,
    planId,
    participantId,
    fromName: `${invitedByName} (${inviterCompany})`,
    replyTo: given.replyTo,
    props: participantId
      ? {
          ...about,
          inviterCompany,
          supplierName: given.workspaceName,
          customerName: given.customerName,
          planTitle: given.planTitle,
          side: await sideOf(tx, workspaceId, participantId),
          note: given.note,
        }
      : { ...about, workspaceName: given.workspaceName, role: await roleOf(tx, given) },
    now,
  });
  return { invitationId: id };
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
