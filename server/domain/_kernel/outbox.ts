import { mail } from "@/db/schema";
import { newId } from "./ids";
import { enqueue } from "./queue";
import type { Tx } from "./within";

export type QueuedMail = {
  /** The same key is sent once, here and at the provider, however often it is queued. */
  key: string;
  template: string;
  to: string;
  props: Record<string, unknown>;
  headers?: Record<string, string>;
  fromName?: string | null;
  replyTo?: string | null;
  locale?: string | null;
  workspaceId?: string | null;
  planId?: string | null;
  personId?: string | null;
  participantId?: string | null;
  now: Date;
};

/**
 * Queues a mail in this transaction: it exists when the transaction commits, and only then. Works as the app role, which may
 * add mails of its own tenant and read none, and as the service role.
 */
export async function queueMail(tx: Tx, { now, ...given }: QueuedMail): Promise<void> {
  await tx
    .insert(mail)
    .values({ ...given, id: newId(), locale: given.locale ?? "en", nextAttemptAt: now, createdAt: now })
    .onConflictDoNothing();
  await enqueue(tx, "mail.deliver", { key: "mail.deliver" });
}
