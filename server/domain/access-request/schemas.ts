import { z } from "zod";
import { accessRequestStates } from "@/db/vocabulary";
import { EmailAddress } from "../_kernel/email-address";
import { Id, line, SideName } from "../_kernel/fields";
import { InvitationLink } from "../access/schemas";

/** The address may be left out by whoever is signed in: theirs is known. */
export const AskForAccess = InvitationLink.extend({
  name: line(120),
  email: EmailAddress.nullable().default(null),
  why: line(300),
});

export const AccessRequest = z.object({
  id: Id,
  side: SideName,
  name: z.string(),
  email: z.string(),
  why: z.string(),
  state: z.enum(accessRequestStates),
  answeredByName: z.string().nullable(),
  createdAt: z.date(),
});
export type AccessRequest = z.infer<typeof AccessRequest>;

export const accessAnswers = ["approve", "decline"] as const;
export type AccessAnswer = (typeof accessAnswers)[number];
export const AnswerAccessRequest = z.object({ planId: Id, requestId: Id, answer: z.enum(accessAnswers) });

export const AccessRequestLink = z.object({ token: z.string().min(20, "unknown_link").max(1200, "unknown_link") });
export const AccessRequestPreview = z.discriminatedUnion("state", [
  z.object({ state: z.literal("gone") }),
  AccessRequest.extend({
    planId: Id,
    planTitle: z.string(),
    customerName: z.string(),
    supplierName: z.string(),
    /** To whom the mail went, and whether it is they who look. */
    to: z.string(),
    isReader: z.boolean(),
  }),
]);
export type AccessRequestPreview = z.infer<typeof AccessRequestPreview>;
