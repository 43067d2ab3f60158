import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { event, notification, participation, planStream } from "@/db/schema";
import { type Tx, verb } from "../_kernel";
import { Nobody } from "../person/schemas";
import { isInSight, ofItsEvent } from "./in-sight";
import { Pulse } from "./schemas";

const MOST_SUBJECTS = 100;

/** How much the reader has not read, and whether anything moved on their plans: what a live stream asks at each wake-up. */
export const readPulse = verb({
  name: "notification.pulse",
  scope: "person",
  kind: "query",
  input: Nobody,
  output: Pulse,
  may: "self.read",
  act: ({ tx, actor }) => pulseOf(tx, actor.personId),
});

/** Two queries, whatever the number of plans. Heads of streams that the reader's side may not see are not counted in. */
export async function pulseOf(tx: Tx, personId: string): Promise<Pulse> {
  const [unread, plans] = await Promise.all([
    tx
      .select({
        subjectId: notification.subjectId,
        stepId: notification.stepId,
        count: sql<number>`(count(*) over ())::int`,
      })
      .from(notification)
      .innerJoin(event, ofItsEvent)
      .where(and(eq(notification.personId, personId), isNull(notification.readAt), isInSight))
      .orderBy(desc(notification.createdAt))
      .limit(MOST_SUBJECTS),
    tx
      .select({ planId: participation.planId, heads: sql<string>`coalesce(sum(${planStream.headSeq}), 0)::text` })
      .from(participation)
      .leftJoin(
        planStream,
        and(eq(planStream.workspaceId, participation.workspaceId), eq(planStream.planId, participation.planId)),
      )
      .where(eq(participation.personId, personId))
      .groupBy(participation.planId),
  ]);
  return {
    unread: unread[0]?.count ?? 0,
    subjects: [...new Set(unread.flatMap(({ subjectId, stepId }) => (stepId ? [subjectId, stepId] : [subjectId])))],
    planIds: plans.map(({ planId }) => planId),
    moved: `${plans.length}:${plans.reduce((sum, { heads }) => sum + Number(heads), 0)}`,
  };
}
