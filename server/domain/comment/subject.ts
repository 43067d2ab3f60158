import { and, eq, isNull } from "drizzle-orm";
import { step } from "@/db/schema";
import { type PlanActor, refused, type Tx } from "../_kernel";
import type { Commented } from "./write";

/** The step that a comment is on. Its zone stays what it is until the transaction ends. */
export async function holdStep(tx: Tx, actor: PlanActor, stepId: string): Promise<Commented> {
  const [found] = await tx
    .select({ id: step.id, zone: step.zone, title: step.title })
    .from(step)
    .where(
      and(
        eq(step.workspaceId, actor.workspaceId),
        eq(step.planId, actor.planId),
        eq(step.id, stepId),
        isNull(step.removedAt),
      ),
    )
    .for("share");
  if (!found) throw refused("not_found");
  return found;
}
