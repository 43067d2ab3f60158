import { and, eq, inArray } from "drizzle-orm";
import { step } from "@/db/schema";
import { maySee, type Side, type Zone } from "@/db/vocabulary";
import type { Tx } from "../../_kernel";

type Noticed = { zone: Zone; subjectId: string; stepId: string | null };
type StepNow = { zone: Zone; removedAt: Date | null };

/** The steps that notices tell of as they are now: they may have become one side's own since, or have been removed. */
export async function stepsToldOf(
  tx: Tx,
  workspaceId: string,
  notices: readonly Omit<Noticed, "zone">[],
): Promise<ReadonlyMap<string, StepNow>> {
  const ids = [...new Set(notices.flatMap(({ subjectId, stepId }) => (stepId ? [subjectId, stepId] : [subjectId])))];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: step.id, zone: step.zone, removedAt: step.removedAt })
    .from(step)
    .where(and(eq(step.workspaceId, workspaceId), inArray(step.id, ids)));
  return new Map(rows.map(({ id, ...now }) => [id, now]));
}

/** Of a step that its side can't see any more nothing is told, and of a removed one only that it was removed. */
export function isStillSeen(
  side: Side,
  { zone, subjectId, stepId, eventKind }: Noticed & { eventKind: string },
  steps: ReadonlyMap<string, StepNow>,
): boolean {
  if (!maySee(side, zone)) return false;
  return [subjectId, stepId].every((id) => {
    const now = id ? steps.get(id) : undefined;
    if (!now) return true;
    const isToldRemoved = eventKind === "step.removed" && id === subjectId;
    return maySee(side, now.zone) && (now.removedAt === null || isToldRemoved);
  });
}
