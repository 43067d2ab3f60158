import { z } from "zod";
import { Id, text } from "../_kernel/fields";

export const ListMailbox = z.object({
  to: text(254).optional(),
  limit: z.number().int().min(1).max(200).default(50),
});

export const MailboxItem = z.object({ id: Id, to: z.string(), subject: z.string(), sentAt: z.date() });
export type MailboxItem = z.infer<typeof MailboxItem>;
export const MailboxItems = z.array(MailboxItem);

export const MailboxRef = z.object({ id: Id });

/** A mail as its reader got it, and the addresses that it links to, in order. */
export const MailboxMail = MailboxItem.extend({
  text: z.string(),
  html: z.string(),
  calendar: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  links: z.array(z.string()),
});
export type MailboxMail = z.infer<typeof MailboxMail>;
