"use client";

import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import { type WorkspaceRole, workspaceRoles } from "@/db/vocabulary";
import { may, type Permission, workspaceStanding } from "@/server/domain/_kernel/permissions";
import type { Member } from "@/server/domain/workspace/schemas";
import { useWorkspace } from "../../_components/use-workspace";

export function useMembers() {
  const { workspace: here } = useWorkspace();
  const { data } = useSuspenseQuery(useTRPC().workspace.read.queryOptions({ workspaceId: here.id }));
  return data;
}
export type ListedMember = ReturnType<typeof useMembers>["members"][number];

/** What the reader may do here, and to whom: only owners make owners or change one. */
export function useStanding() {
  const { me } = useMembers();
  const mayDo = (permission: Permission) => may(workspaceStanding(me.role), permission);
  const mayManage = mayDo("workspace.manage");
  const touches = (role: WorkspaceRole) => me.role === "owner" || role !== "owner";
  return {
    memberId: me.memberId,
    mayManage,
    mayEdit: mayDo("workspace.edit"),
    mayChange: (member: Member) => mayManage && touches(member.role),
    rolesToGive: workspaceRoles.filter(touches),
  };
}

/** What an answer says about one member stands in the list at once; the rest of it is asked for again. */
export function useKeepMember() {
  const api = useTRPC();
  const queries = useQueryClient();
  const { workspace: here } = useWorkspace();
  const queryKey = api.workspace.read.queryKey({ workspaceId: here.id });
  return (saved: Member) => {
    queries.setQueryData(queryKey, (view) =>
      view
        ? { ...view, members: view.members.map((each) => (each.id === saved.id ? { ...each, ...saved } : each)) }
        : view,
    );
    void queries.invalidateQueries({ queryKey });
    void queries.invalidateQueries({ queryKey: api.person.me.queryKey({}) });
  };
}

export function useDropMember() {
  const api = useTRPC();
  const queries = useQueryClient();
  const { workspace: here } = useWorkspace();
  const queryKey = api.workspace.read.queryKey({ workspaceId: here.id });
  return (memberId: string) => {
    queries.setQueryData(queryKey, (view) =>
      view ? { ...view, members: view.members.filter(({ id }) => id !== memberId) } : view,
    );
    void queries.invalidateQueries({ queryKey });
  };
}
