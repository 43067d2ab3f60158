import { z } from "zod";
import { BuyingJobName, Id, line, Place, PlainDate, StepStatusName, text, Version, ZoneName } from "../_kernel/fields";

export const Milestone = z.object({
  id: Id,
  zone: ZoneName,
  title: z.string(),
  job: BuyingJobName,
  definitionOfDone: z.string().nullable(),
  dueOn: PlainDate.nullable(),
  isDecision: z.boolean(),
  statusOverride: StepStatusName.nullable(),
  position: z.string(),
  version: Version,
});
export type Milestone = z.infer<typeof Milestone>;

export const MilestoneFields = z.object({
  title: line(200),
  job: BuyingJobName,
  definitionOfDone: text(2000).nullable(),
  dueOn: PlainDate.nullable(),
  isDecision: z.boolean(),
  statusOverride: StepStatusName.nullable(),
});

export const AddMilestone = z.object({
  planId: Id,
  title: line(200),
  job: BuyingJobName,
  zone: ZoneName.default("shared"),
  dueOn: PlainDate.nullable().default(null),
  definitionOfDone: text(2000).nullable().default(null),
});

export const MilestoneRef = z.object({ planId: Id, milestoneId: Id });
export const EditMilestone = MilestoneRef.extend({
  set: MilestoneFields.partial(),
  base: z.record(z.string(), z.unknown()),
});
export const MoveMilestone = MilestoneRef.extend(Place.shape);
