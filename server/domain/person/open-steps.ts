import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import { participant, participation, plan, step, stepDependency, stepReminder } from "@/db/schema";
import type { Tx } from "../_kernel";

const open = ["todo", "doing", "blocked"] as const;

const shownColumns = ["id", "planId", "title", "kind", "status", "zone", "dueOn", "version"] as const;
type Shown = (typeof shownColumns)[number];

const columnsOf = <T extends Record<Shown, PgColumn>>(table: T) =>
  Object.fromEntries(shownColumns.map((name) => [name, table[name]])) as Pick<T, Shown>;

/** The open steps that a person owns, on all plans. */
export const openStepsOf = (tx: Tx, personId: string) =>
  tx
    .select({ ...columnsOf(step), snoozedUntil: stepReminder.snoozedUntil })
    .from(participation)
    .innerJoin(plan, and(eq(plan.workspaceId, participation.workspaceId), eq(plan.id, participation.planId)))
    .innerJoin(
      step,
      and(eq(step.workspaceId, participation.workspaceId), eq(step.ownerId, participation.participantId)),
    )
    .leftJoin(stepReminder, and(eq(stepReminder.workspaceId, step.workspaceId), eq(stepReminder.stepId, step.id)))
    .where(
      and(
        eq(participation.personId, personId),
        isNull(plan.removedAt),
        isNull(step.removedAt),
        inArray(step.status, [...open]),
      ),
    );

const first = alias(step, "first_step");
const later = alias(step, "later_step");
const firstOwner = alias(participant, "first_owner");
const laterOwner = alias(participant, "later_owner");

const isOpen = (table: Record<"removedAt" | "status", PgColumn>) =>
  and(isNull(table.removedAt), inArray(table.status, [...open]));

/** Which open steps stand before these, and which wait for them; `later` waits for `first`. */
export async function tiesOf(tx: Tx, steps: { id: string; planId: string }[]) {
  if (steps.length === 0) return [];
  const ids = steps.map(({ id }) => id);
  const planIds = [...new Set(steps.map(({ planId }) => planId))];
  return tx
    .select({
      first: columnsOf(first),
      firstOwner: firstOwner.name,
      later: { id: later.id },
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
      and(
        inArray(stepDependency.planId, planIds),
        or(inArray(stepDependency.stepId, ids), inArray(stepDependency.predecessorId, ids)),
      ),
    );
}
