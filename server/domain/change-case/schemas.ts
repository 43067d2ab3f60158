import { z } from "zod";
import { agreementLevels } from "@/db/vocabulary";
import { Currency, Id, line, text, Version } from "../_kernel/fields";

const MinorUnits = z.number().int().min(0).max(100_000_000_000, "too_large");

export const Problem = z.object({
  statement: z.string(),
  /** Counts the wordings; 0 while nothing is written. Agreement is to a wording. */
  wording: z.number().int().nonnegative(),
  version: Version,
  agreements: z.array(
    z.object({
      participantId: Id,
      level: z.enum(agreementLevels),
      comment: z.string().nullable(),
      wording: z.number().int(),
      at: z.date(),
    }),
  ),
});
export type Problem = z.infer<typeof Problem>;

export const CostLine = z.object({
  id: Id,
  title: z.string(),
  low: MinorUnits,
  likely: MinorUnits,
  high: MinorUnits,
  confirmedBy: Id.nullable(),
  confirmedAt: z.date().nullable(),
  position: z.string(),
  version: Version,
});
export type CostLine = z.infer<typeof CostLine>;

const Range = z.object({ low: z.number(), likely: z.number(), high: z.number() });

/** Amounts in minor units of `currency`; `perMonth`, `perWeek` and `soFar` are sums over the lines. */
export const ChangeCase = z.object({
  problem: Problem,
  currency: z.string(),
  costLines: z.array(CostLine),
  perMonth: Range,
  perWeek: Range,
  soFar: Range,
  since: z.iso.date(),
});
export type ChangeCase = z.infer<typeof ChangeCase>;

export const isOrdered = (range: { low: number; likely: number; high: number }) =>
  range.low <= range.likely && range.likely <= range.high;
export const notOrdered = { path: ["likely"], message: "not_ordered" };

export const CostLineFields = z.object({ title: line(160), low: MinorUnits, likely: MinorUnits, high: MinorUnits });
/** `currency` is the one that the amounts were typed in: they are never taken for another's. */
export const AddCostLine = CostLineFields.extend({ planId: Id, currency: Currency }).refine(isOrdered, notOrdered);
export const CostLineRef = z.object({ planId: Id, costLineId: Id });
export const EditCostLine = CostLineRef.extend({
  set: CostLineFields.partial(),
  base: z.record(z.string(), z.unknown()),
});

export const WordProblem = z.object({ planId: Id, statement: text(4000), base: z.string() });
export const AgreeProblem = z.object({
  planId: Id,
  level: z.enum(agreementLevels),
  comment: text(1000).nullable().default(null),
  wording: z.number().int().positive(),
});
