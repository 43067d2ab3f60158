import { and, eq, isNull } from "drizzle-orm";
import type { mail } from "@/db/schema";
import { participant } from "@/db/schema";
import type { ParticipantStatus } from "@/db/vocabulary";
import { become, recordEvent, type Tx } from "../_kernel";

export type MailNews = "delivered" | "opened" | "bounced";
type Row = typeof participant.$inferSelect;
type Noted = Partial<Pick<Row, "status" | "deliveredAt" | "openedAt" | "bouncedAt">>;
type InvitationMail = Pick<
  typeof mail.$inferSelect,
  "template" | "workspaceId" | "planId" | "participantId" | "to" | "createdAt"
>;

const templates = ["invitation", "invitation-reminder"];

/**
 * Shows on the plan what became of an invitation's mail. Reports may come late, twice and in any order: none takes a status
 * back, and none of an older mail or another address counts. Confines the rest of the transaction to the plan's tenant.
 * @returns the plan that has news, to be woken once the transaction is in; null when nothing changed.
 */
export async function noteInvitationMail(
  tx: Tx,
  sent: InvitationMail,
  what: MailNews,
  at: Date,
): Promise<string | null> {
  const { template, workspaceId, planId, participantId } = sent;
  if (!templates.includes(template) || !workspaceId || !planId || !participantId) return null;
  await become(tx, { kind: "system", job: "invitation.mail", workspaceId, planId });
  const isThis = and(eq(participant.workspaceId, workspaceId), eq(participant.id, participantId));
  const [row] = await tx
    .select()
    .from(participant)
    .where(and(isThis, isNull(participant.removedAt)))
    .for("update");
  if (!row || row.email !== sent.to || (row.invitedAt && sent.createdAt < row.invitedAt)) return null;
  const noted = afterMail(row, what, at);
  if (!noted) return null;
  await tx.update(participant).set(noted).where(isThis);
  if (noted.status) {
    await recordEvent(tx, { workspaceId, participantId: null, name: "Throughline" }, at, eventOf[what], {
      planId,
      subject: { type: "participant", id: participantId },
      before: { status: row.status },
      after: { status: noted.status, name: row.name },
    });
  }
  return planId;
}

const eventOf = {
  delivered: "participant.invitation_delivered",
  opened: "participant.invitation_opened",
  bounced: "participant.bounced",
} as const;

const waiting: readonly ParticipantStatus[] = ["invited", "delivered"];

/** @returns what changes, or null. */
export function afterMail(
  row: Pick<Row, "status" | "deliveredAt" | "openedAt" | "bouncedAt">,
  what: MailNews,
  at: Date,
): Noted | null {
  const isWaiting = waiting.includes(row.status);
  switch (what) {
    case "delivered":
      if (row.deliveredAt || row.bouncedAt || row.status === "not_invited") return null;
      return { deliveredAt: at, ...(row.status === "invited" && { status: "delivered" }) };
    case "opened":
      if (row.openedAt || row.bouncedAt || row.status === "not_invited") return null;
      return { openedAt: at, ...(isWaiting && { status: "opened" }) };
    case "bounced":
      return isWaiting ? { bouncedAt: at, status: "bounced" } : null;
  }
}
