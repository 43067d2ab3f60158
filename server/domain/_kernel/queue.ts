import { sql } from "drizzle-orm";
import type { Tx } from "./within";

export type JobName =
  | "digest.tick"
  | "invitation.chase"
  | "mail.deliver"
  | "notification.mail"
  | "meeting.tell"
  | "notification.tell"
  | "reminder.tick"
  | "upkeep";

/** Asks for a job: it exists when the transaction commits that asks, or, asked for without one, at once. One per key at a time. */
export async function enqueue(
  tx: Pick<Tx, "execute">,
  job: JobName,
  options: { payload?: Record<string, unknown>; key?: string; runAt?: Date } = {},
): Promise<void> {
  await tx.execute(
    sql`select enqueue_job(${job}, ${JSON.stringify(options.payload ?? {})}::json, ${options.key ?? null}, ${options.runAt?.toISOString() ?? null}::timestamptz)`,
  );
}
