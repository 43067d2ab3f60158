import { and, eq, inArray } from "drizzle-orm";
import { digestDue, participation } from "@/db/schema";
import { become, groupBy, type Tx, todayIn } from "../../_kernel";
import { headedBy, whereabouts, wishesOf } from "./heads";
import { digestDays, isToldInWeekOf } from "./when";

/** More than a fortnight in any zone. */
const WITHIN_MS = 16 * 24 * 60 * 60 * 1000;

type Plan = { workspaceId: string; planId: string };

/**
 * On which days within a fortnight those who head a plan get their digest of it, if they want one. For the service alone: it asks all
 * that they head in the workspace, and tells of that no more than the days.
 */
export async function foreseeDigests(tx: Tx, { workspaceId, planId }: Plan, at: Date): Promise<Map<string, string[]>> {
  await become(tx, { kind: "system", job: "reminder.preview", workspaceId });
  const heads = await tx
    .select({ personId: participation.personId, participantId: participation.participantId })
    .from(participation)
    .where(
      and(
        eq(participation.workspaceId, workspaceId),
        eq(participation.planId, planId),
        inArray(participation.role, ["lead", "owner"]),
      ),
    );
  if (heads.length === 0) return new Map();
  const personIds = heads.map(({ personId }) => personId);
  const headed = groupBy(await headedBy(tx, workspaceId, personIds), ({ personId }) => personId);
  const wishes = await wishesOf(tx, workspaceId, personIds);
  const due = await tx
    .select({ personId: digestDue.personId, dueAt: digestDue.dueAt, toldUntil: digestDue.toldUntil })
    .from(digestDue)
    .where(and(eq(digestDue.workspaceId, workspaceId), inArray(digestDue.personId, personIds)));
  const rows = groupBy(due, ({ personId }) => personId);

  return new Map(
    heads.map(({ personId, participantId }) => {
      const known = wishes.get(personId);
      const where = known && whereabouts(headed.get(personId) ?? [], known);
      if (!where || !known.wants(planId)) return [participantId, []];
      const theirs = rows.get(personId) ?? [];
      const told = theirs.map(({ toldUntil }) => toldUntil);
      const thisWeek = {
        isTold: isToldInWeekOf(todayIn(where.zone, at), told, where.zone),
        isDue: theirs.some(({ dueAt }) => dueAt <= at),
      };
      const until = todayIn(where.zone, new Date(at.getTime() + WITHIN_MS));
      return [participantId, digestDays(at, until, where, thisWeek)];
    }),
  );
}
