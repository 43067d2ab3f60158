import { generateKeyBetween } from "fractional-indexing";

type Placed = { id: string; position: string };

/** A position between the named neighbours, or at the end. `rows` are in order and without the row that moves. */
export function placeAmong(rows: Placed[], place: { afterId?: string | null; beforeId?: string | null }): string {
  const after = rows.findIndex((row) => row.id === place.afterId);
  const before = rows.findIndex((row) => row.id === place.beforeId);
  if (after >= 0) return generateKeyBetween(rows[after]?.position ?? null, rows[after + 1]?.position ?? null);
  if (before >= 0) return generateKeyBetween(rows[before - 1]?.position ?? null, rows[before]?.position ?? null);
  return generateKeyBetween(rows.at(-1)?.position ?? null, null);
}
