import { z } from "zod";
import { foreseenKinds } from "@/db/vocabulary";
import { Id, PlainDate, SideName, ZoneName } from "../_kernel/fields";

const ForeseenStep = z.object({
  stepId: Id,
  title: z.string(),
  zone: ZoneName,
  reason: z.enum(["overdue", "due", "waiting", "soon"]),
  /** Its cadence ends with this reminder. */
  isLast: z.boolean(),
  isHeld: z.boolean(),
});

/** A mail as it will go out if nothing changes, as far as the reader sees what is in it. */
const ForeseenMail = z.object({
  kind: z.enum(foreseenKinds),
  participantId: Id,
  name: z.string().nullable(),
  side: SideName,
  day: PlainDate,
  /** What a reminder is of. */
  steps: z.array(ForeseenStep),
  /** No reminder of this invitation comes after it. */
  isLast: z.boolean(),
  /** Whether it is the reader's to hold back: a digest is only its own side's. */
  mayHold: z.boolean(),
  isHeld: z.boolean(),
  /** Who held it, or a part of it, back. */
  heldByName: z.string().nullable(),
});
export type ForeseenMail = z.infer<typeof ForeseenMail>;

export const MailPreview = z.object({
  until: PlainDate,
  mails: z.array(ForeseenMail),
  /** After how many working days the reader's own side raises what is overdue; null: never. */
  escalatesAfter: z.number().int().nullable(),
});
export type MailPreview = z.infer<typeof MailPreview>;

export const HoldMail = z.object({
  planId: Id,
  kind: z.enum(foreseenKinds).default("reminder"),
  participantId: Id,
  day: PlainDate,
});
export const SetEscalation = z.object({ planId: Id, afterDays: z.number().int().min(1).max(30).nullable() });
