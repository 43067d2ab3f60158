import type { Cadence } from "@/db/vocabulary";
import { Cadence as CadenceSchema } from "@/server/domain/reminder/schemas";

export type TypedCadence = { before: string; onDay: boolean; after: string; weekly: boolean; most: number };

export const typedOf = ({ days, weekly, most }: Cadence): TypedCadence => ({
  before: days.flatMap((count) => (count < 0 ? [-count] : [])).join(", "),
  onDay: days.includes(0),
  after: days.flatMap((count) => (count > 0 ? [count] : [])).join(", "),
  weekly,
  most,
});

/** What was typed as a cadence, or which sentence says what is wrong with it. */
export function cadenceFrom({ before, onDay, after, weekly, most }: TypedCadence): Cadence | "faulty" | "empty" {
  const [early, late] = [numbersIn(before), numbersIn(after)];
  if (!early || !late) return "faulty";
  const days = [...early.map((count) => -count), ...(onDay ? [0] : []), ...late];
  if (days.length === 0 && !weekly) return "empty";
  const read = CadenceSchema.safeParse({ days, weekly, most });
  return read.success ? read.data : "faulty";
}

function numbersIn(typed: string): number[] | null {
  const parts = typed.split(/[\s,;]+/).filter(Boolean);
  const counts = parts.map(Number);
  return counts.every((count) => Number.isInteger(count) && count > 0) ? counts : null;
}
