import { z } from "zod";
import { Id, text, Version } from "../_kernel/fields";

export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "not_a_time");

/** On the step's due date, at `startsAt` in `timeZone`, the plan's. `attendeeIds` are participants. */
export const Meeting = z.object({
  startsAt: TimeOfDay,
  minutes: z.number().int(),
  place: z.string().nullable(),
  timeZone: z.string(),
  attendeeIds: z.array(Id),
  version: Version,
});
export type Meeting = z.infer<typeof Meeting>;

export const MeetingRef = z.object({ planId: Id, stepId: Id });

export const MeetingFields = z.object({
  startsAt: TimeOfDay,
  minutes: z.number().int().min(5).max(600),
  place: text(300).nullable(),
});

/** People are asked and let go by name of each, so that two who do so at once both have their way. */
export const SetMeeting = MeetingRef.extend({
  set: MeetingFields.partial(),
  base: z.record(z.string(), z.unknown()),
  ask: z.array(Id).max(50).default([]),
  letGo: z.array(Id).max(50).default([]),
});
