import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { digestDue, participation, person, plan } from "@/db/schema";
import { now, type Tx } from "../../_kernel";
import { morningZone } from "../../calendar";
import { nextDigestAt } from "./when";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

type DigestsOf = { workspaceId: string } & ({ planId: string } | { personId: string });

/** Has these digests looked at by the next tick, which finds out when their Mondays' mornings are: the plan's or the reader's clock is another. */
export async function findDigestsAnew(tx: Tx, { workspaceId, ...of }: DigestsOf): Promise<void> {
  const isOf = "planId" in of ? eq(digestDue.planId, of.planId) : eq(digestDue.personId, of.personId);
  // A row that a tick is at is waited for: it may write a date by the clock that was.
  await tx
    .update(digestDue)
    .set({ dueAt: sql`least(${digestDue.dueAt}, ${now().toISOString()}::timestamptz)` })
    .where(and(eq(digestDue.workspaceId, workspaceId), isOf));
}

/** Sees to it that whoever leads the committee or owns the plan is looked at on Mondays. Who no longer does is let go then. */
export async function scheduleDigests(tx: Tx, { workspaceId, planId }: { workspaceId: string; planId: string }) {
  const heads = await tx
    .select({
      personId: participation.personId,
      timeZone: person.timeZone,
      email: person.email,
      plan: { timeZone: plan.timeZone, country: plan.country },
    })
    .from(participation)
    .innerJoin(plan, and(eq(plan.workspaceId, participation.workspaceId), eq(plan.id, participation.planId)))
    .innerJoin(person, eq(person.id, participation.personId))
    .leftJoin(
      digestDue,
      and(
        eq(digestDue.workspaceId, participation.workspaceId),
        eq(digestDue.planId, participation.planId),
        eq(digestDue.personId, participation.personId),
      ),
    )
    .where(
      and(
        eq(participation.workspaceId, workspaceId),
        eq(participation.planId, planId),
        inArray(participation.role, ["lead", "owner"]),
        isNull(digestDue.personId),
      ),
    );
  if (heads.length === 0) return;
  const at = now();
  await tx
    .insert(digestDue)
    .values(
      heads.map(({ personId, timeZone, email, plan: of }) => ({
        workspaceId,
        planId,
        personId,
        dueAt: nextDigestAt(at, { zone: morningZone(timeZone, email, of), country: of.country }),
        toldUntil: new Date(at.getTime() - WEEK_MS),
      })),
    )
    .onConflictDoNothing();
}
