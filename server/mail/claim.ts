import { and, asc, eq, sql } from "drizzle-orm";
import { mail } from "@/db/schema";
import { atOnce, isNoneOf, newId, now, sent, type Tx, withinService } from "../domain/_kernel";
import { holdBackPaused } from "../domain/delivery";

export type QueuedMail = typeof mail.$inferSelect;
export type ClaimedBatch = {
  batch: string;
  mails: QueuedMail[];
  /** Nobody else can have handed it over before. */
  isFirstTry: boolean;
};

/** Any constant: keeps these locks apart from others'. */
const LOCK = 4_417;

/** For so long a batch is left to who claimed it. Whoever takes it over later says so first. */
const OWN_SECONDS = 10;

export type ClaimedBatches = {
  batches: string[];
  /** It found fewer due than it might have taken: but for what others are claiming, there are no more. */
  areLast: boolean;
};

/**
 * Writes down, before anything is sent, which due mails go out together. A provider knows them by one key: whoever finds a
 * batch unfinished later can send the same again. News that may have to wait for a morning go with those whose morning is the same,
 * since a batch that was tried stays together. From here on each is in the language that its reader has chosen by now.
 */
export function claimBatches(size: number): Promise<ClaimedBatches> {
  return withinService(async (tx) => {
    const moment = now();
    sent(tx, holdBackPaused(tx, moment));
    const at = moment.toISOString();
    const due = await tx.execute<{ id: string; clock: string | null }>(sql`
      select id, case when template in ('notification', 'digest') then concat_ws(' ', props ->> 'zone', props ->> 'country') end as clock
      from mail where state = 'queued' and batch is null and next_attempt_at <= ${at}::timestamptz
      order by (template = 'step-reminder'), next_attempt_at limit ${size} for update skip locked`);
    const batches = new Map(due.map(({ clock }) => [clock, newId()]));
    const claimed = due.map(({ id, clock }) => ({ id, batch: batches.get(clock) }));
    if (claimed.length === 0) return { batches: [], areLast: true };
    await tx.execute(sql`
      update mail set batch = c.batch, next_attempt_at = ${at}::timestamptz + make_interval(secs => ${OWN_SECONDS}),
        locale = coalesce((select reader.locale from person reader where reader.email = mail."to"), locale)
      from jsonb_to_recordset(${JSON.stringify(claimed)}::text::jsonb) as c (id uuid, batch uuid) where mail.id = c.id`);
    return { batches: [...batches.values()], areLast: due.length < size };
  });
}

/**
 * Names a batch that is due and that nobody is sending, and notes, before it is sent, that it is tried again: whoever claimed
 * it may have handed it over before they died.
 * @param but batches that are not asked for again, whatever has come of them.
 */
export async function findUnfinished(but: readonly string[]): Promise<string | null> {
  const [found] = await atOnce((db) =>
    db.execute<{ batch: string }>(sql`
      with found as materialized (
        select batch from (
          select distinct batch from mail
          where state = 'queued' and batch is not null and next_attempt_at <= ${now().toISOString()}::timestamptz
            and ${isNoneOf(sql`batch::text`, but)}) waiting
        where pg_try_advisory_xact_lock(${LOCK}, hashtext(batch::text)) limit 1),
      noted as (
        update mail set first_attempt_at = coalesce(first_attempt_at, next_attempt_at)
        from found where mail.batch = found.batch and state = 'queued')
      select batch from found`),
  );
  return found?.batch ?? null;
}

/**
 * Takes a batch for as long as this transaction is open: a worker that dies lets go of it at once. One due mail takes the others along:
 * the provider knows their key by all of them.
 * @returns null when another is sending it, or has tried and it waits.
 */
export async function takeBatch(tx: Tx, batch: string): Promise<ClaimedBatch | null> {
  const [[lock], mails] = await Promise.all([
    tx.execute<{ ours: boolean }>(sql`select pg_try_advisory_xact_lock(${LOCK}, hashtext(${batch})) as ours`),
    tx
      .select()
      .from(mail)
      .where(and(eq(mail.batch, batch), eq(mail.state, "queued")))
      .orderBy(asc(mail.key)),
  ]);
  if (!lock?.ours) return null;
  const isFirstTry = mails.every(({ firstAttemptAt }) => firstAttemptAt === null);
  const isDue = isFirstTry || mails.some(({ nextAttemptAt }) => nextAttemptAt <= now());
  if (mails.length === 0 || !isDue) return null;
  return {
    batch,
    isFirstTry,
    mails: mails.map((row) => ({ ...row, firstAttemptAt: row.firstAttemptAt ?? row.nextAttemptAt })),
  };
}

/** When the next mail that waits wants another try; null when none waits. */
export async function nextAttempt(): Promise<Date | null> {
  const [row] = await atOnce((db) =>
    db
      .select({ at: mail.nextAttemptAt })
      .from(mail)
      .where(eq(mail.state, "queued"))
      .orderBy(asc(mail.nextAttemptAt))
      .limit(1),
  );
  return row?.at ?? null;
}
