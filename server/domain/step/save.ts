import { getTableColumns, sql } from "drizzle-orm";
import { step } from "@/db/schema";
import { given, statement } from "@/db/statement";
import { sent, type Tx } from "../_kernel";
import { type StepRow, tiesOf } from "./lock";
import type { Step } from "./schemas";

const columns = getTableColumns(step);
type Field = keyof StepRow;
const updates = new Map<string, ReturnType<typeof statement>>();

/** One statement for each set of fields that are changed together. */
function updateOf(fields: Field[]) {
  const known = updates.get(fields.join());
  if (known) return known;
  const set = fields.map((field) => sql`${sql.identifier(columns[field].name)} = ${given(field)}, `);
  const made = statement(sql`update ${step} set ${sql.join(set)}version = version + 1
    where ${step.workspaceId} = ${given("workspaceId")} and ${step.id} = ${given("id")}`);
  updates.set(fields.join(), made);
  return made;
}

/** Saves changes of a locked step, without waiting for it: nobody else can have changed the row that comes back. */
export function saveStep(tx: Tx, row: StepRow, changes: Partial<StepRow>): StepRow {
  const fields = (Object.keys(changes) as Field[]).sort();
  const values = fields.map((field) => [
    field,
    changes[field] == null ? null : columns[field].mapToDriverValue(changes[field]),
  ]);
  sent(tx, updateOf(fields)(tx, { ...Object.fromEntries(values), workspaceId: row.workspaceId, id: row.id }));
  return { ...row, ...changes, version: row.version + 1 };
}

/** The step as its readers get it, where its ties may have changed. */
export const showStep = async (tx: Tx, row: StepRow): Promise<Step> => ({
  ...row,
  ...(await tiesOf(tx, { planId: row.planId, stepId: row.id })),
});
