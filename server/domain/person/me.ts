import { and, asc, eq, isNull } from "drizzle-orm";
import { member, participation, person, plan, workspace } from "@/db/schema";
import { refused, type Tx, verb } from "../_kernel";
import { Nobody, Self } from "./schemas";

/** Who the reader is, and where: their workspaces, and the plans that they take part in. */
export const readSelf = verb({
  name: "person.me",
  scope: "person",
  kind: "query",
  input: Nobody,
  output: Self,
  may: "self.read",
  act: ({ tx, actor }) => selfOf(tx, actor.personId),
});

export async function selfOf(tx: Tx, personId: string): Promise<Self> {
  const [[self], workspaces, plans] = await Promise.all([
    tx.select().from(person).where(eq(person.id, personId)),
    tx
      .select({ id: workspace.id, slug: workspace.slug, name: workspace.name, role: member.role })
      .from(member)
      .innerJoin(workspace, eq(workspace.id, member.workspaceId))
      .where(and(eq(member.personId, personId), isNull(member.removedAt)))
      .orderBy(asc(workspace.createdAt)),
    tx
      .select({ id: plan.id, title: plan.title, side: participation.side, role: participation.role })
      .from(participation)
      .innerJoin(plan, and(eq(plan.workspaceId, participation.workspaceId), eq(plan.id, participation.planId)))
      .where(and(eq(participation.personId, personId), isNull(plan.removedAt)))
      .orderBy(asc(plan.createdAt)),
  ]);
  if (!self) throw refused("not_signed_in");
  return { ...self, workspaces, plans };
}
