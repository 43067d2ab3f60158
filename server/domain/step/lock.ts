import { and, eq, type SQL, sql } from "drizzle-orm";
import { step, stepDependency, stepReminder } from "@/db/schema";
import { given, statement } from "@/db/statement";
import { prepared, refused, type Tx } from "../_kernel";
import type { Step } from "./schemas";

export type StepRow = typeof step.$inferSelect;
type StepRef = { planId: string; stepId: string };

const lock = prepared(["planId", "stepId"], ({ planId, stepId }, query) =>
  query
    .select()
    .from(step)
    .where(and(eq(step.planId, planId), eq(step.id, stepId)))
    .for("update"),
);

/**
 * The step as it stands, kept from others until this transaction ends. Removed, foreign and unknown look the same: the
 * transaction's own confinement says in which tenant to look.
 */
export async function lockStep(tx: Tx, { planId, stepId }: StepRef, { removed = false } = {}): Promise<StepRow> {
  const [row] = await lock(tx, { planId, stepId });
  if (!row || (row.removedAt !== null) !== removed) throw refused("not_found");
  return row;
}

/** What a step waits for, how often it was reminded of, and to when its owner put that off. */
export type Ties = Pick<Step, "waitsFor" | "remindersSent" | "stalledOn" | "snoozedUntil">;

const of = (table: { planId: unknown; stepId: unknown }): SQL =>
  sql`${table.planId} = ${given("planId")} and ${table.stepId} = ${given("stepId")}`;

type TiesRow = { waits: string[]; sent: number | null; stalled_on: string | null; snoozed_until: string | null };

const ties = statement<TiesRow>(sql`
  select array(select ${stepDependency.predecessorId} from ${stepDependency} where ${of(stepDependency)}) as waits,
      r.sent, r.stalled_on, r.snoozed_until
    from (values (1)) one
      left join (select * from ${stepReminder} where ${of(stepReminder)}) r on true`);

export async function tiesOf(tx: Tx, { planId, stepId }: StepRef): Promise<Ties> {
  const [found] = await ties(tx, { planId, stepId });
  return {
    waitsFor: found?.waits ?? [],
    remindersSent: found?.sent ?? 0,
    stalledOn: found?.stalled_on ?? null,
    snoozedUntil: found?.snoozed_until ?? null,
  };
}

/** A step to change, with its ties, in the round trip that enters the plan. Asked after the lock: they are as it leaves them. */
export async function lockWithTies(tx: Tx, ref: StepRef, which: { removed?: boolean } = {}) {
  const [row, tied] = await Promise.all([lockStep(tx, ref, which), tiesOf(tx, ref)]);
  return { row, ties: tied };
}
