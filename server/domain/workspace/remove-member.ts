import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { invitation, member, participant, participation } from "@/db/schema";
import { refused, type Scene, verb } from "../_kernel";
import { keepsAnOwner, lockMembers, type MemberRow, mayChangeOwners, memberAmong, showMember } from "./member";
import { Member, MemberRef } from "./schemas";

/**
 * Ends somebody's membership and, with it, their part in every plan of the workspace: their next request is refused, their open
 * streams close, and no link that was sent to them works.
 */
export const removeMember = verb({
  name: "member.remove",
  scope: "workspace",
  kind: "mutation",
  input: MemberRef,
  output: Member,
  may: "workspace.manage",
  async act(scene) {
    const { tx, actor, input, now } = scene;
    const rows = await lockMembers(tx, actor);
    const leaving = memberAmong(rows, input.memberId);
    mayChangeOwners(actor, leaving.role);
    keepsAnOwner(rows, leaving);

    const participantIds = await leavePlans(scene, leaving);
    await tx
      .update(invitation)
      .set({ revokedAt: now })
      .where(
        and(
          eq(invitation.workspaceId, actor.workspaceId),
          or(eq(invitation.memberId, leaving.id), inArray(invitation.participantId, participantIds)),
          isNull(invitation.usedAt),
          isNull(invitation.revokedAt),
        ),
      );
    const [removed] = await tx
      .update(member)
      .set({ removedAt: now })
      .where(and(eq(member.workspaceId, actor.workspaceId), eq(member.id, leaving.id)))
      .returning();
    if (!removed) throw refused("not_found");
    return showMember(removed);
  },
});

/** By address, so that a place on a plan that they were offered and never took goes as well. */
async function leavePlans({ tx, actor, now, record }: Scene<"workspace", unknown>, leaving: MemberRow) {
  const left = await tx
    .update(participant)
    .set({ removedAt: now, version: sql`${participant.version} + 1` })
    .where(
      and(
        eq(participant.workspaceId, actor.workspaceId),
        eq(participant.side, "seller"),
        eq(participant.email, leaving.email),
        isNull(participant.removedAt),
      ),
    )
    .returning();
  const participantIds = left.map(({ id }) => id);
  if (participantIds.length === 0) return participantIds;

  await tx
    .delete(participation)
    .where(and(eq(participation.workspaceId, actor.workspaceId), inArray(participation.participantId, participantIds)));
  for (const row of left.sort((one, other) => one.planId.localeCompare(other.planId))) {
    await record("participant.removed", {
      planId: row.planId,
      subject: { type: "participant", id: row.id },
      before: { name: row.name, role: row.role },
      after: { name: row.name },
    });
  }
  return participantIds;
}
