import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { participation, plan, workspace } from "@/db/schema";
import { verb } from "../_kernel";
import { WorkspaceRef } from "../workspace/schemas";
import { planListItems } from "./list-items";
import { PlanListItem } from "./schemas";

const MOST = 200;

/** The workspace's plans, the newest first. */
export const listPlans = verb({
  name: "plan.list",
  scope: "workspace",
  kind: "query",
  input: WorkspaceRef,
  output: z.array(PlanListItem),
  may: "workspace.read",
  async act({ tx, actor, now }) {
    const rows = await tx
      .select({ plan, supplierName: workspace.name, side: participation.side, role: participation.role })
      .from(plan)
      .innerJoin(workspace, eq(workspace.id, plan.workspaceId))
      .leftJoin(
        participation,
        and(
          eq(participation.workspaceId, plan.workspaceId),
          eq(participation.planId, plan.id),
          eq(participation.personId, actor.personId),
        ),
      )
      .where(and(eq(plan.workspaceId, actor.workspaceId), isNull(plan.removedAt)))
      .orderBy(desc(plan.createdAt), desc(plan.id))
      .limit(MOST);
    const listed = rows.map(({ side, role, ...row }) => ({ ...row, me: side && role ? { side, role } : null }));
    return planListItems(tx, listed, now);
  },
});
