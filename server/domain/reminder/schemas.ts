import { z } from "zod";
import type { Cadence as CadenceRule } from "@/db/vocabulary";
import { Id, PlainDate } from "../_kernel/fields";
import { WorkspaceRef } from "../workspace/schemas";

/** After so many reminders of one step nobody is asked again, whatever its cadence; the plan shows a stall instead. */
export const mostReminders = 6;

/** 3 working days before, on the day, 2 and 5 after, then weekly: where nobody has said otherwise. */
export const usualCadence: CadenceRule = { days: [-3, 0, 2, 5], weekly: true, most: mostReminders };

export const mostDaysBefore = 30;
export const mostDaysAfter = 60;

/** Working days from a step's date, the earliest first: −3 is three before it. */
const Days = z
  .array(z.number().int().min(-mostDaysBefore).max(mostDaysAfter))
  .max(6)
  .transform((days) => [...new Set(days)].sort((one, other) => one - other));

export const Cadence = z
  .object({ days: Days, weekly: z.boolean(), most: z.number().int().min(1).max(mostReminders) })
  .refine(({ days, weekly }) => weekly || days.length > 0, { path: ["days"], message: "required" });

export const CadenceChoice = z.union([z.literal("off"), Cadence]);

/** Null goes back to what holds for the next wider: template, workspace, the usual. */
const Chosen = CadenceChoice.nullable();

export const SetCadence = WorkspaceRef.extend({ templateKey: z.string().min(1).max(60).nullable(), cadence: Chosen });
export const SetStepCadence = z.object({ planId: Id, stepId: Id, cadence: Chosen });

export const Cadences = z.object({
  workspace: Chosen,
  templates: z.array(z.object({ key: z.string(), name: z.string(), cadence: Chosen })),
});
export type Cadences = z.infer<typeof Cadences>;

/** How one step is reminded of: by its own rule or the usual one of its plan, and whether it was raised. */
export const StepReminders = z.object({
  own: Chosen,
  usual: CadenceChoice,
  raised: z.object({ on: PlainDate, toName: z.string().nullable(), isToMe: z.boolean() }).nullable(),
});
export type StepReminders = z.infer<typeof StepReminders>;
