import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { mail } from "@/db/schema";
import { enqueue, type Tx } from "../_kernel";
import { offers } from "./purpose";

/** Keeps the invitations of paused workspaces back for another hour. One that was handed over before goes on its way: it may be there. */
export async function holdBackPaused(tx: Tx, at: Date): Promise<void> {
  const now = sql`${at.toISOString()}::timestamptz`;
  await tx.execute(sql`
    update mail m set next_attempt_at = ${now} + interval '1 hour', error = 'waits: its workspace''s mail is paused'
    from mail_pause p where p.workspace_id = m.workspace_id and m.state = 'queued' and m.batch is null
      and m.next_attempt_at <= ${now} and m.template in ${offers}`);
}

/** What waited goes now. */
export async function letGo(tx: Tx, workspaceId: string, now: Date): Promise<void> {
  await tx
    .update(mail)
    .set({ nextAttemptAt: now, error: null })
    .where(
      and(
        eq(mail.workspaceId, workspaceId),
        eq(mail.state, "queued"),
        isNull(mail.batch),
        inArray(mail.template, offers),
      ),
    );
  await enqueue(tx, "mail.deliver", { key: "mail.deliver" });
}
