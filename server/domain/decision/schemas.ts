import { z } from "zod";
import { optionKinds } from "@/db/vocabulary";
import { Id, line, Place, text, Version, ZoneName } from "../_kernel/fields";

export const Criterion = z.object({
  id: Id,
  zone: ZoneName,
  title: z.string(),
  definition: z.string().nullable(),
  weight: z.number().int(),
  mustHave: z.boolean(),
  position: z.string(),
  version: Version,
});
export type Criterion = z.infer<typeof Criterion>;

export const Option = z.object({
  id: Id,
  zone: ZoneName,
  kind: z.enum(optionKinds),
  title: z.string(),
  position: z.string(),
  version: Version,
});
export type Option = z.infer<typeof Option>;

export const Score = z.object({
  participantId: Id,
  criterionId: Id,
  optionId: Id,
  value: z.number().int().min(1).max(5),
});
export type Score = z.infer<typeof Score>;

const Disagreement = z.object({
  spread: z.number().nullable(),
  level: z.enum(["agreed", "some", "strongly"]).nullable(),
});

/** What the ratings come to: per criterion, per option and per member. See `totals.ts` for how. */
export const Totals = z.object({
  criteria: z.array(
    z.object({
      criterionId: Id,
      share: z.number(),
      options: z.array(Disagreement.extend({ optionId: Id, mean: z.number().nullable(), ratings: z.number().int() })),
      disagreement: Disagreement,
    }),
  ),
  options: z.array(z.object({ optionId: Id, total: z.number().nullable(), failedMustHaves: z.array(Id) })),
  members: z.array(
    z.object({
      participantId: Id,
      totals: z.array(z.object({ optionId: Id, total: z.number().nullable(), missing: z.number().int() })),
    }),
  ),
});
export type Totals = z.infer<typeof Totals>;

/** `scores` holds the reader's own, and everybody's submitted ones once the reader has submitted. Empty for the supplier. */
export const Decision = z.object({
  criteria: z.array(Criterion),
  options: z.array(Option),
  scores: z.array(Score),
  /** Of exactly those scores. Null for the supplier. */
  totals: Totals.nullable(),
  submitted: z.array(Id),
  iHaveSubmitted: z.boolean(),
  isCommittee: z.boolean(),
});
export type Decision = z.infer<typeof Decision>;

export const CriterionFields = z.object({
  title: line(160),
  definition: text(1000).nullable(),
  weight: z.number().int().min(0).max(100),
  mustHave: z.boolean(),
});
export const AddCriterion = CriterionFields.partial({ definition: true, weight: true, mustHave: true }).extend({
  planId: Id,
  zone: ZoneName.default("shared"),
});
export const CriterionRef = z.object({ planId: Id, criterionId: Id });
export const EditCriterion = CriterionRef.extend({
  set: CriterionFields.partial(),
  base: z.record(z.string(), z.unknown()),
});
export const MoveCriterion = CriterionRef.extend(Place.shape);

export const AddOption = z.object({ planId: Id, title: line(160), kind: z.enum(["other_supplier", "build"]) });
export const OptionRef = z.object({ planId: Id, optionId: Id });
export const EditOption = OptionRef.extend({
  set: z.object({ title: line(160) }).partial(),
  base: z.record(z.string(), z.unknown()),
});

/** One rating; `null` takes it back. */
export const RateOption = z.object({
  planId: Id,
  criterionId: Id,
  optionId: Id,
  value: z.number().int().min(1).max(5).nullable(),
});
