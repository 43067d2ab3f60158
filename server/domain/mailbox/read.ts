import { and, eq } from "drizzle-orm";
import { mail } from "@/db/schema";
import { env } from "@/server/env";
import { refused, verb } from "../_kernel";
import { onlyWithMailbox } from "./only-with-mailbox";
import { MailboxMail, MailboxRef } from "./schemas";

export const readMailbox = verb({
  name: "mailbox.read",
  scope: "visitor",
  kind: "query",
  input: MailboxRef,
  output: MailboxMail,
  may: "mailbox.read",
  async act({ tx, input }) {
    onlyWithMailbox();
    const [row] = await tx
      .select()
      .from(mail)
      .where(and(eq(mail.id, input.id), eq(mail.state, "sent")));
    if (!row?.sentAt) throw refused("not_found");
    const { id, to, sentAt, calendar } = row;
    const subject = row.subject ?? "";
    const html = row.html ?? "";
    return {
      id,
      to,
      subject,
      sentAt,
      html,
      text: row.text ?? "",
      calendar,
      headers: headersOf(row),
      links: linksIn(html),
    };
  },
});

function headersOf(row: typeof mail.$inferSelect): Record<string, string> {
  const address = /<([^>]+)>/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM;
  return {
    From: row.fromName ? `"${row.fromName}" <${address}>` : env.MAIL_FROM,
    To: row.to,
    Subject: row.subject ?? "",
    Date: row.sentAt?.toUTCString() ?? "",
    ...(row.replyTo ? { "Reply-To": row.replyTo } : {}),
    ...(row.headers as Record<string, string>),
  };
}

function linksIn(html: string): string[] {
  const found = [...html.matchAll(/<a\b[^>]*?\bhref="(https?:[^"]+)"/gi)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
  return [...new Set(found)];
}
