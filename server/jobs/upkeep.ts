import { sql } from "drizzle-orm";
import { now, withinService } from "../domain/_kernel";
import { env } from "../env";
import { job, nothing } from "./job";

/**
 * Takes away what has had its time: answers kept for retries, spent limits, old sign-ins, sessions and notifications, beats of gone
 * workers, and what mails said, since they hold links that open things. The mailbox keeps its mails: there they have no other reader.
 */
export const upkeep = job({
  id: "upkeep",
  payload: nothing,
  handle: () =>
    withinService(async (tx) => {
      const at = sql`${now().toISOString()}::timestamptz`;
      await tx.execute(sql`delete from mutation where created_at < ${at} - interval '7 days'`);
      await tx.execute(sql`delete from rate_limit where expire < ${at}`);
      await tx.execute(sql`delete from sign_in where expires_at < ${at} - interval '7 days'`);
      await tx.execute(sql`delete from session where expires < ${at}`);
      await tx.execute(sql`delete from reminder_day where local_day < (${at} - interval '30 days')::date`);
      if (env.MAIL_TRANSPORT !== "mailbox") {
        await tx.execute(sql`update mail set props = '{}', html = null, text = null, calendar = null
          where state <> 'queued' and props <> '{}' and created_at < ${at} - interval '1 day'`);
      }
      await tx.execute(sql`delete from mail_event where received_at < ${at} - interval '30 days'`);
      await tx.execute(sql`delete from mail_count where day < (${at} - interval '30 days')::date`);
      await tx.execute(sql`select set_config('app.side', 'system', true)`);
      await tx.execute(sql`delete from notification where created_at < ${at} - interval '90 days'`);
      await tx.execute(sql`delete from worker_beat where at < now() - interval '1 day'`);
    }),
});
