import { and, desc, eq, gt, lte, or, type SQL, sql } from "drizzle-orm";
import { event, planStream } from "@/db/schema";
import { ownZoneOf, type Side, type Zone } from "@/db/vocabulary";
import type { Tx } from "../../_kernel";
import type { DigestEvent } from "./content";

const MOST_EVENTS = 2_000;

/** How far a plan's order of events is told, in the shared zone and in the reader's own. */
export type Told = { shared: number | null; own: number | null };
/** What lies behind `told`, or, where that was never noted, after `since`; up to `heads`. */
export type Untold = { told: Told; since: Date; heads: Told };

/** A transaction that has its number commits before the next one gets one: nothing comes in behind the head. */
export async function headsOf(tx: Tx, planId: string, workspaceId: string, side: Side): Promise<Told> {
  const rows = await tx
    .select({ zone: planStream.zone, head: planStream.headSeq })
    .from(planStream)
    .where(and(eq(planStream.workspaceId, workspaceId), eq(planStream.planId, planId)));
  const of = (zone: Zone) => rows.find((row) => row.zone === zone)?.head ?? 0;
  return { shared: of("shared"), own: of(ownZoneOf(side)) };
}

/** The latest of what moved, oldest first, and how much came before it that is too much for a mail. */
export async function movesOf(
  tx: Tx,
  ofPlan: SQL | undefined,
  side: Side,
  { told, since, heads }: Untold,
): Promise<{ events: DigestEvent[]; older: number }> {
  const within = (zone: Zone, from: number | null, to: number | null) =>
    and(
      eq(event.zone, zone),
      from === null ? gt(event.at, since) : gt(event.seq, from),
      to === null ? undefined : lte(event.seq, to),
    );
  const rows = await tx
    .select({
      kind: event.kind,
      actorName: event.actorName,
      actorId: event.actorParticipantId,
      subjectId: event.subjectId,
      before: event.before,
      after: event.after,
      count: sql<number>`(count(*) over ())::int`,
    })
    .from(event)
    .where(and(ofPlan, or(within("shared", told.shared, heads.shared), within(ownZoneOf(side), told.own, heads.own))))
    .orderBy(desc(event.at), desc(event.seq))
    .limit(MOST_EVENTS);
  return { events: rows.reverse() as DigestEvent[], older: (rows[0]?.count ?? 0) - rows.length };
}
