import { and, eq } from "drizzle-orm";
import { member } from "@/db/schema";
import { newId, refused, takePoint, verb } from "../_kernel";
import { lockMembers, mailMemberInvitation, mayChangeOwners, memberAmong, showMember } from "./member";
import { InviteMember, Member, MemberRef } from "./schemas";

/**
 * Offers somebody a place in the workspace, by mail. Inviting an open place again sends a new link.
 * @throws Refusal `already_here` for an address that is a member already.
 */
export const inviteMember = verb({
  name: "member.invite",
  scope: "workspace",
  kind: "mutation",
  input: InviteMember,
  output: Member,
  may: "workspace.manage",
  async act({ tx, actor, input: { email, name, role }, now }) {
    mayChangeOwners(actor, role);
    await takePoint("invite.workspace", actor.workspaceId);
    const isThis = and(eq(member.workspaceId, actor.workspaceId), eq(member.email, email));
    const [known] = await tx.select().from(member).where(isThis).for("update");
    if (known?.joinedAt && !known.removedAt) throw refused("already_here", { name: known.name });
    if (known && !known.removedAt) mayChangeOwners(actor, known.role);

    const offered = { name, role, personId: null, joinedAt: null, removedAt: null, createdAt: now };
    const [row] = known
      ? await tx.update(member).set(offered).where(isThis).returning()
      : await tx
          .insert(member)
          .values({ workspaceId: actor.workspaceId, id: newId(), email, ...offered })
          .onConflictDoNothing()
          .returning();
    if (!row) throw refused("already_here", { name });
    await mailMemberInvitation(tx, actor, row, now);
    return showMember(row);
  },
});

/** Sends the invitation anew; the link that was sent before no longer works. */
export const resendMember = verb({
  name: "member.resend",
  scope: "workspace",
  kind: "mutation",
  input: MemberRef,
  output: Member,
  may: "workspace.manage",
  async act({ tx, actor, input, now }) {
    const row = memberAmong(await lockMembers(tx, actor), input.memberId);
    if (row.joinedAt) throw refused("already_here", { name: row.name });
    await takePoint("invite.workspace", actor.workspaceId);
    await mailMemberInvitation(tx, actor, row, now);
    return showMember(row);
  },
});
