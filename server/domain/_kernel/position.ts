import { generateKeyBetween } from "fractional-indexing";

type Placed = { id: string; position: string };

/**
 * A position between the named neighbours, or at the end. `rows` are in order and without the row that moves. Rows may share a
 * position, since two people who cannot see each other's rows both add at the end of what they see.
 */
export function placeAmong(rows: Placed[], place: { afterId?: string | null; beforeId?: string | null }): string {
  const after = rows.find((row) => row.id === place.afterId);
  const before = rows.find((row) => row.id === place.beforeId);
  const positions = rows.map((row) => row.position);
  if (after) return generateKeyBetween(after.position, positions.find((next) => next > after.position) ?? null);
  if (before) return generateKeyBetween(positions.findLast((last) => last < before.position) ?? null, before.position);
  return generateKeyBetween(positions.at(-1) ?? null, null);
}
