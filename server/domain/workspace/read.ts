import { and, asc, eq, isNull } from "drizzle-orm";
import { member, workspace } from "@/db/schema";
import { refused, verb } from "../_kernel";
import { showMember } from "./member";
import { WorkspaceRef, WorkspaceView } from "./schemas";

export const readWorkspace = verb({
  name: "workspace.read",
  scope: "workspace",
  kind: "query",
  input: WorkspaceRef,
  output: WorkspaceView,
  may: "workspace.read",
  async act({ tx, actor }) {
    const [[found], members] = await Promise.all([
      tx.select().from(workspace).where(eq(workspace.id, actor.workspaceId)),
      tx
        .select()
        .from(member)
        .where(and(eq(member.workspaceId, actor.workspaceId), isNull(member.removedAt)))
        .orderBy(asc(member.createdAt), asc(member.id)),
    ]);
    if (!found) throw refused("not_found");
    return {
      workspace: found,
      me: { memberId: actor.memberId, role: actor.role },
      members: members.map(showMember),
    };
  },
});
