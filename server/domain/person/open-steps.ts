import { and, eq, isNull, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import { participant, participation, plan, step, stepDependency, stepReminder } from "@/db/schema";
import { prepared, type Tx } from "../_kernel";

/** Written out, not as values: only so can the index of owners' open steps serve. */
const isOpen = (table: Record<"removedAt" | "status", PgColumn>) =>
  and(isNull(table.removedAt), sql`${table.status} in ('todo', 'doing', 'blocked')`);

const shownOf = <T extends Record<Shown, PgColumn>>(table: T) =>
  Object.fromEntries(shown.map((name) => [name, table[name]])) as Pick<T, Shown>;
const shown = ["workspaceId", "id", "planId", "title", "kind", "status", "zone", "dueOn", "version"] as const;
type Shown = (typeof shown)[number];

/** The open steps that a person owns, on all plans. */
export const openStepsOf = prepared(["personId"], ({ personId }, query) =>
  query
    .select({
      ...shownOf(step),
      snoozedUntil: stepReminder.snoozedUntil,
      remindersSent: sql<number>`coalesce(${stepReminder.sent}, 0)`,
    })
    .from(participation)
    .innerJoin(plan, and(eq(plan.workspaceId, participation.workspaceId), eq(plan.id, participation.planId)))
    .innerJoin(
      step,
      and(eq(step.workspaceId, participation.workspaceId), eq(step.ownerId, participation.participantId), isOpen(step)),
    )
    .leftJoin(stepReminder, and(eq(stepReminder.workspaceId, step.workspaceId), eq(stepReminder.stepId, step.id)))
    .where(and(eq(participation.personId, personId), isNull(plan.removedAt))),
);

type OpenStep = Awaited<ReturnType<typeof openStepsOf>>[number];

const first = alias(step, "first_step");
const later = alias(step, "later_step");
const firstOwner = alias(participant, "first_owner");
const laterOwner = alias(participant, "later_owner");

const tiesAmong = prepared(["workspaceIds", "planIds", "ids"], ({ workspaceIds, planIds, ids }, query) =>
  query
    .select({
      ...shownOf(first),
      firstOwner: firstOwner.name,
      laterId: later.id,
      laterOwner: laterOwner.name,
    })
    .from(stepDependency)
    .innerJoin(
      first,
      and(eq(first.workspaceId, stepDependency.workspaceId), eq(first.id, stepDependency.predecessorId), isOpen(first)),
    )
    .innerJoin(
      later,
      and(eq(later.workspaceId, stepDependency.workspaceId), eq(later.id, stepDependency.stepId), isOpen(later)),
    )
    .leftJoin(
      firstOwner,
      and(
        eq(firstOwner.workspaceId, stepDependency.workspaceId),
        eq(firstOwner.id, first.ownerId),
        isNull(firstOwner.removedAt),
      ),
    )
    .leftJoin(
      laterOwner,
      and(
        eq(laterOwner.workspaceId, stepDependency.workspaceId),
        eq(laterOwner.id, later.ownerId),
        isNull(laterOwner.removedAt),
      ),
    )
    .where(
      sql`${stepDependency.workspaceId} = any(${workspaceIds}) and ${stepDependency.planId} = any(${planIds})
        and (${stepDependency.stepId} = any(${ids}) or ${stepDependency.predecessorId} = any(${ids}))`,
    ),
);

/** Which open steps stand before these, and which wait for them; the later waits for the first. */
export async function tiesOf(tx: Tx, steps: OpenStep[]) {
  if (steps.length === 0) return [];
  const ties = await tiesAmong(tx, {
    ids: steps.map(({ id }) => id),
    planIds: [...new Set(steps.map(({ planId }) => planId))],
    workspaceIds: [...new Set(steps.map(({ workspaceId }) => workspaceId))],
  });
  return ties.map(({ firstOwner, laterId, laterOwner, ...first }) => ({ first, firstOwner, laterId, laterOwner }));
}
