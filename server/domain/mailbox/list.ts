import { and, desc, eq } from "drizzle-orm";
import { mail } from "@/db/schema";
import { verb } from "../_kernel";
import { onlyWithMailbox } from "./only-with-mailbox";
import { ListMailbox, MailboxItems } from "./schemas";

/** The mails that left, newest first: all of them, or those to one address. */
export const listMailbox = verb({
  name: "mailbox.list",
  scope: "visitor",
  kind: "query",
  input: ListMailbox,
  output: MailboxItems,
  may: "mailbox.read",
  async act({ tx, input }) {
    onlyWithMailbox();
    const rows = await tx
      .select({ id: mail.id, to: mail.to, subject: mail.subject, sentAt: mail.sentAt })
      .from(mail)
      .where(
        and(eq(mail.state, "sent"), input.to === undefined ? undefined : eq(mail.to, input.to.trim().toLowerCase())),
      )
      .orderBy(desc(mail.sentAt), desc(mail.id))
      .limit(input.limit);
    return rows.map((row) => ({ ...row, subject: row.subject ?? "", sentAt: row.sentAt ?? new Date(0) }));
  },
});
