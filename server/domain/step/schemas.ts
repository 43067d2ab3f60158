import { z } from "zod";
import { answerKinds } from "@/db/vocabulary";
import { Id, line, Place, PlainDate, StepKindName, StepStatusName, text, Version, ZoneName } from "../_kernel/fields";
import { CadenceChoice } from "../reminder/schemas";

export const Step = z.object({
  id: Id,
  milestoneId: Id,
  zone: ZoneName,
  title: z.string(),
  kind: StepKindName,
  status: StepStatusName,
  statusReason: z.string().nullable(),
  ownerId: Id.nullable(),
  description: z.string().nullable(),
  dueOn: PlainDate.nullable(),
  /** When it is reminded of, if otherwise than its plan's other steps. */
  cadence: CadenceChoice.nullable(),
  doneAt: z.date().nullable(),
  position: z.string(),
  version: Version,
  /** Steps that this one waits for, as far as the reader may see them. */
  waitsFor: z.array(Id),
  remindersSent: z.number().int(),
  stalledOn: PlainDate.nullable(),
  /** Its owner put it off to that day. */
  snoozedUntil: PlainDate.nullable(),
});
export type Step = z.infer<typeof Step>;

export const StepFields = z.object({
  title: line(300),
  kind: StepKindName,
  ownerId: Id.nullable(),
  description: text(10_000).nullable(),
  dueOn: PlainDate.nullable(),
});

export const AddStep = z.object({
  planId: Id,
  milestoneId: Id,
  title: line(300),
  kind: StepKindName.default("task"),
  zone: ZoneName.optional(),
  ownerId: Id.nullable().default(null),
  dueOn: PlainDate.nullable().default(null),
  description: text(10_000).nullable().default(null),
});

export const EditStep = z.object({
  planId: Id,
  stepId: Id,
  set: StepFields.partial(),
  base: z.record(z.string(), z.unknown()),
});

export const StepRef = z.object({ planId: Id, stepId: Id });

/** Null: no longer put off. */
export const SnoozeStep = StepRef.extend({ until: PlainDate.nullable() });

/** `anyway` completes a step whose predecessors are still open, after the person was told which. */
export const CompleteStep = StepRef.extend({ anyway: z.boolean().default(false) });

export const StepAnswer = z.object({
  id: Id,
  stepId: Id,
  kind: z.enum(answerKinds),
  body: z.string().nullable(),
  participantId: Id.nullable(),
  authorName: z.string(),
  at: z.date(),
});
export type StepAnswer = z.infer<typeof StepAnswer>;

export const AnswerStep = CompleteStep.extend({ body: text(4_000).pipe(z.string().min(1, "required")) });

export const DecideStep = CompleteStep.extend({
  decision: z.enum(["approved", "declined"]),
  why: text(500)
    .transform((typed) => typed || null)
    .nullable()
    .default(null),
}).refine(({ decision, why }) => decision === "approved" || why !== null, { path: ["why"], message: "required" });

/** To nobody only with a word: whoever finds it then has to know why. */
export const PassOnStep = StepRef.extend({
  ownerId: Id.nullable(),
  word: text(500)
    .transform((typed) => typed || null)
    .nullable()
    .default(null),
}).refine(({ ownerId, word }) => ownerId !== null || word !== null, { path: ["word"], message: "required" });

/** `doing`, `todo`; `blocked` and `dropped` say why. `base` holds the status, and its reason, that stood there before. */
export const SetStepStatus = StepRef.extend({
  status: z.enum(["todo", "doing", "blocked", "dropped"]),
  reason: text(500).nullable().default(null),
  base: z.record(z.string(), z.unknown()),
}).refine((given) => (given.status !== "blocked" && given.status !== "dropped") || Boolean(given.reason), {
  path: ["reason"],
  message: "required",
});

export const MoveStep = StepRef.extend({ milestoneId: Id }).extend(Place.shape);
/**
 * `reads`: the comments and answers of which the person knows that the other side reads them where it comes to see the step. Each by
 * its id: their number stays the same where one is taken back and another written, and the newest where one is put back.
 */
export const SetStepZone = StepRef.extend({ zone: ZoneName, reads: z.array(Id).default([]) });
export const Dependency = StepRef.extend({ predecessorId: Id });
