import { and, asc, eq, sql } from "drizzle-orm";
import { mail } from "@/db/schema";
import { newId, now, type Tx, withinService } from "../domain/_kernel";
import { holdBackPaused } from "../domain/delivery";

export type QueuedMail = typeof mail.$inferSelect;
export type ClaimedBatch = { batch: string; mails: QueuedMail[] };

/** Any constant: keeps these locks apart from others'. */
const LOCK = 4_417;

/**
 * Writes down, before anything is sent, which due mails go out together. A provider knows them by one key: whoever finds the
 * batch unfinished later can send the same again. From here on each is in the language that its reader has chosen by now.
 * @returns whether there was anything due.
 */
export function claimBatch(size: number): Promise<boolean> {
  return withinService(async (tx) => {
    const moment = now();
    await holdBackPaused(tx, moment);
    const at = moment.toISOString();
    const claimed = await tx.execute(sql`
      update mail set batch = ${newId()}, first_attempt_at = coalesce(first_attempt_at, ${at}::timestamptz),
        locale = coalesce((select reader.locale from person reader where reader.email = mail."to"), locale)
      where id in (select id from mail where state = 'queued' and batch is null and next_attempt_at <= ${at}::timestamptz
        order by (template = 'step-reminder'), next_attempt_at limit ${size} for update skip locked)
      returning id`);
    return claimed.length > 0;
  });
}

/**
 * Takes one batch that is due and that nobody is sending, for as long as this transaction is open: a worker that dies lets go
 * of it at once.
 */
export async function takeBatch(tx: Tx): Promise<ClaimedBatch | null> {
  const [found] = await tx.execute<{ batch: string }>(sql`
    select batch from (
      select distinct batch from mail
      where state = 'queued' and batch is not null and next_attempt_at <= ${now().toISOString()}::timestamptz) waiting
    where pg_try_advisory_xact_lock(${LOCK}, hashtext(batch::text)) limit 1`);
  if (!found) return null;
  const mails = await tx
    .select()
    .from(mail)
    .where(and(eq(mail.batch, found.batch), eq(mail.state, "queued")))
    .orderBy(asc(mail.key));
  return { batch: found.batch, mails };
}

/** When the next mail that waits wants another try; null when none waits. */
export async function nextAttempt(tx: Tx): Promise<Date | null> {
  const [row] = await tx
    .select({ at: mail.nextAttemptAt })
    .from(mail)
    .where(eq(mail.state, "queued"))
    .orderBy(asc(mail.nextAttemptAt))
    .limit(1);
  return row?.at ?? null;
}
