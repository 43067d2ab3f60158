import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { member, participant, plan, workspace } from "@/db/schema";
import { type MemberActor, refused, type Tx, verb } from "../_kernel";
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
    const [[found], members, places] = await Promise.all([
      tx.select().from(workspace).where(eq(workspace.id, actor.workspaceId)),
      tx
        .select()
        .from(member)
        .where(and(eq(member.workspaceId, actor.workspaceId), isNull(member.removedAt)))
        .orderBy(asc(member.createdAt), asc(member.id)),
      placesOnPlans(tx, actor),
    ]);
    if (!found) throw refused("not_found");
    const placesOf = new Map(places.map(({ email, ...count }) => [email, count]));
    return {
      workspace: found,
      me: { memberId: actor.memberId, role: actor.role },
      members: members.map((row) => ({
        ...showMember(row),
        ...(placesOf.get(row.email) ?? { plans: 0, plansOwned: 0 }),
      })),
    };
  },
});

/** By address, as removing a member goes. */
const placesOnPlans = (tx: Tx, { workspaceId }: MemberActor) =>
  tx
    .select({
      email: participant.email,
      plans: sql<number>`count(*)::int`,
      plansOwned: sql<number>`(count(*) filter (where ${participant.role} = 'owner'))::int`,
    })
    .from(participant)
    .innerJoin(plan, and(eq(plan.workspaceId, participant.workspaceId), eq(plan.id, participant.planId)))
    .where(
      and(
        eq(participant.workspaceId, workspaceId),
        eq(participant.side, "seller"),
        isNull(participant.removedAt),
        isNull(plan.removedAt),
      ),
    )
    .groupBy(participant.email);
