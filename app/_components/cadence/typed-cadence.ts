import type { Cadence } from "@/db/vocabulary";
import { Cadence as CadenceSchema, mostDaysAfter, mostDaysBefore } from "@/server/domain/reminder/schemas";

export type TypedCadence = { before: string; onDay: boolean; after: string; weekly: boolean; most: number };

export const typedOf = ({ days, weekly, most }: Cadence): TypedCadence => ({
  before: days.flatMap((count) => (count < 0 ? [-count] : [])).join(", "),
  onDay: days.includes(0),
  after: days.flatMap((count) => (count > 0 ? [count] : [])).join(", "),
  weekly,
  most,
});

/** Which sentence says what is wrong with it, and which fields it is about. */
export type CadenceFault = { sentence: "faulty" | "empty"; fields: readonly ("before" | "after")[] };

/** What was typed as a cadence, or its fault. */
export function cadenceFrom({ before, onDay, after, weekly, most }: TypedCadence): Cadence | CadenceFault {
  const early = numbersIn(before, mostDaysBefore);
  const late = numbersIn(after, mostDaysAfter);
  if (!early && !late) return { sentence: "faulty", fields: ["before", "after"] };
  if (!early) return { sentence: "faulty", fields: ["before"] };
  if (!late) return { sentence: "faulty", fields: ["after"] };
  const days = [...early.map((count) => -count), ...(onDay ? [0] : []), ...late];
  if (days.length === 0 && !weekly) return { sentence: "empty", fields: ["before", "after"] };
  const read = CadenceSchema.safeParse({ days, weekly, most });
  return read.success ? read.data : { sentence: "faulty", fields: ["before", "after"] };
}

function numbersIn(typed: string, most: number): number[] | null {
  const parts = typed.split(/[\s,;]+/).filter(Boolean);
  const counts = parts.map(Number);
  return counts.every((count) => Number.isInteger(count) && count > 0 && count <= most) ? counts : null;
}
