import { z } from "zod";
import { Id, line, Place, PlainDate, StepKindName, StepStatusName, text, Version, ZoneName } from "../_kernel/fields";

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
export const SetStepZone = StepRef.extend({ zone: ZoneName });
export const Dependency = StepRef.extend({ predecessorId: Id });
