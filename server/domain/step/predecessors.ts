import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import { step, stepDependency } from "@/db/schema";
import type { PlanActor, Tx } from "../_kernel";

/** The steps that this one waits for and that are not over, as far as the actor may see them. */
export async function openPredecessors(tx: Tx, actor: PlanActor, stepId: string) {
  return tx
    .select({ id: step.id, title: step.title })
    .from(stepDependency)
    .innerJoin(step, and(eq(step.workspaceId, stepDependency.workspaceId), eq(step.id, stepDependency.predecessorId)))
    .where(
      and(
        eq(stepDependency.workspaceId, actor.workspaceId),
        eq(stepDependency.planId, actor.planId),
        eq(stepDependency.stepId, stepId),
        notInArray(step.status, ["done", "dropped"]),
        isNull(step.removedAt),
      ),
    );
}

/** Every dependency of the plan that the actor may see, with the titles to name a path by. */
export async function dependenciesOf(tx: Tx, actor: PlanActor) {
  const edges = await tx
    .select({ stepId: stepDependency.stepId, predecessorId: stepDependency.predecessorId })
    .from(stepDependency)
    .where(and(eq(stepDependency.workspaceId, actor.workspaceId), eq(stepDependency.planId, actor.planId)));
  return edges;
}

export async function titlesOf(tx: Tx, actor: PlanActor, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: step.id, title: step.title })
    .from(step)
    .where(and(eq(step.workspaceId, actor.workspaceId), inArray(step.id, ids)));
  const known = new Map(rows.map((row) => [row.id, row.title]));
  return ids.map((id) => known.get(id) ?? "").filter(Boolean);
}
