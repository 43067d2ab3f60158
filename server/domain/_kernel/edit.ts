import { type FieldConflict, refused } from "./refusal";

/**
 * Merges an edit into a row as it stands. A field whose value is still the edit's base, or already the edit's, takes the new
 * value; one that somebody changed meanwhile is a conflict, and then nothing of the edit is applied.
 * @returns only the fields that really change; empty when there is nothing to do.
 * @throws Refusal `conflict` with both values of each such field.
 */
export function mergeEdit<Row extends Record<string, unknown>, Field extends keyof Row & string>(
  row: Row,
  base: Record<string, unknown>,
  set: Partial<Pick<Row, Field>>,
): Partial<Pick<Row, Field>> {
  const conflicts: FieldConflict[] = [];
  const changes: Partial<Pick<Row, Field>> = {};
  for (const [field, yours] of Object.entries(set) as [Field, Row[Field]][]) {
    if (yours === undefined) continue;
    const theirs = row[field];
    if (isSame(theirs, yours)) continue;
    if (field in base && isSame(theirs, base[field])) changes[field] = yours;
    else conflicts.push({ field, yours, theirs });
  }
  if (conflicts.length > 0) throw refused("conflict", { conflicts });
  return changes;
}

const isSame = (left: unknown, right: unknown) => (left ?? null) === (right ?? null);
