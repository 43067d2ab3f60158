import { sql } from "drizzle-orm";
import { now, withinService } from "../domain/_kernel";
import { job, nothing } from "./job";

/** Takes away what has had its time: answers kept for retries, spent limits, old sign-ins and sessions, beats of gone workers. */
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
      await tx.execute(sql`delete from worker_beat where at < now() - interval '1 day'`);
    }),
});
