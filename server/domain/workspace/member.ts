import { and, asc, eq, isNull } from "drizzle-orm";
import { member, workspace } from "@/db/schema";
import { type MemberActor, refused, type Tx } from "../_kernel";
import { issueInvitation } from "../access";
import { mustTakeMail } from "../delivery";
import type { Member } from "./schemas";

export type MemberRow = typeof member.$inferSelect;

export const showMember = (row: MemberRow): Member => ({ ...row, invitedAt: row.createdAt });

/** Locks the workspace's members, in one order for all, so that two who act at once can't leave it without an owner. */
export async function lockMembers(tx: Tx, actor: MemberActor): Promise<MemberRow[]> {
  return tx
    .select()
    .from(member)
    .where(and(eq(member.workspaceId, actor.workspaceId), isNull(member.removedAt)))
    .orderBy(asc(member.id))
    .for("update");
}

export function memberAmong(rows: MemberRow[], memberId: string): MemberRow {
  const row = rows.find(({ id }) => id === memberId);
  if (!row) throw refused("not_found");
  return row;
}

/** A workspace keeps an owner who can act: one who has joined. */
export function keepsAnOwner(rows: MemberRow[], leaving: MemberRow): void {
  if (leaving.role !== "owner" || !leaving.joinedAt) return;
  const isAnother = (row: MemberRow) => row.id !== leaving.id && row.role === "owner" && row.joinedAt !== null;
  if (!rows.some(isAnother)) throw refused("last_owner", { name: leaving.name });
}

/** Only owners make owners, or change one: otherwise an admin could become one. */
export function mayChangeOwners(actor: MemberActor, ...roles: MemberRow["role"][]): void {
  if (roles.includes("owner") && actor.role !== "owner") throw refused("not_allowed");
}

export async function mailMemberInvitation(tx: Tx, actor: MemberActor, row: MemberRow, now: Date): Promise<void> {
  const [[home], [inviter]] = await Promise.all([
    tx.select({ name: workspace.name }).from(workspace).where(eq(workspace.id, actor.workspaceId)),
    tx
      .select({ email: member.email })
      .from(member)
      .where(and(eq(member.workspaceId, actor.workspaceId), eq(member.id, actor.memberId))),
  ]);
  if (!home) throw refused("not_found");
  await mustTakeMail(row.email, row.name);
  await issueInvitation(tx, {
    workspaceId: actor.workspaceId,
    planId: null,
    participantId: null,
    memberId: row.id,
    email: row.email,
    name: row.name,
    invitedByName: actor.name,
    replyTo: inviter?.email,
    workspaceName: home.name,
    planTitle: null,
    customerName: null,
    note: null,
    now,
  });
}
