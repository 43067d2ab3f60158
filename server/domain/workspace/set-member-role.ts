import { and, eq } from "drizzle-orm";
import { member } from "@/db/schema";
import { refused, verb } from "../_kernel";
import { keepsAnOwner, lockMembers, mayChangeOwners, memberAmong, showMember } from "./member";
import { Member, SetMemberRole } from "./schemas";

export const setMemberRole = verb({
  name: "member.set_role",
  scope: "workspace",
  kind: "mutation",
  input: SetMemberRole,
  output: Member,
  may: "workspace.manage",
  async act({ tx, actor, input }) {
    const rows = await lockMembers(tx, actor);
    const row = memberAmong(rows, input.memberId);
    if (row.role === input.role) return showMember(row);
    mayChangeOwners(actor, row.role, input.role);
    keepsAnOwner(rows, row);
    const [saved] = await tx
      .update(member)
      .set({ role: input.role })
      .where(and(eq(member.workspaceId, actor.workspaceId), eq(member.id, row.id)))
      .returning();
    if (!saved) throw refused("not_found");
    return showMember(saved);
  },
});
