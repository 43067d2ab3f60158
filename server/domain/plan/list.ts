import { and, desc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { participation, plan, workspace } from "@/db/schema";
import { prepared, verb } from "../_kernel";
import { planListItems } from "./list-items";
import { ListPlans, PlanList } from "./schemas";

/** The workspace's plans, the newest first, and how many there are when not all were asked for. */
export const listPlans = verb({
  name: "plan.list",
  scope: "workspace",
  kind: "query",
  input: ListPlans,
  output: PlanList,
  may: "workspace.read",
  async act({ tx, actor, input: { most }, now }) {
    const rows = await plansOf(tx, { workspaceId: actor.workspaceId, personId: actor.personId, most });
    const listed = rows.map(({ supplierName, side, role, count, ...plan }) => ({
      plan,
      supplierName,
      me: side && role ? { side, role } : null,
    }));
    return { plans: await planListItems(tx, listed, now), count: rows[0]?.count ?? 0 };
  },
});

const plansOf = prepared(["workspaceId", "personId", "most"], ({ workspaceId, personId, most }, query) =>
  query
    .select({
      ...getTableColumns(plan),
      supplierName: workspace.name,
      side: participation.side,
      role: participation.role,
      count: sql<number>`(count(*) over ())::int`,
    })
    .from(plan)
    .innerJoin(workspace, eq(workspace.id, plan.workspaceId))
    .leftJoin(
      participation,
      and(
        eq(participation.workspaceId, plan.workspaceId),
        eq(participation.planId, plan.id),
        eq(participation.personId, personId),
      ),
    )
    .where(and(eq(plan.workspaceId, workspaceId), isNull(plan.removedAt)))
    .orderBy(desc(plan.createdAt), desc(plan.id))
    .limit(most),
);
