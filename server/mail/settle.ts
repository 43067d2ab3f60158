import { sql } from "drizzle-orm";
import type { Tx } from "../domain/_kernel";
import { MOST_DAYS_TURNED_AWAY, MOST_HOURS_TRIED, waitSeconds } from "./backoff";
import type { QueuedMail } from "./claim";
import type { OutgoingMail, SendResult } from "./transport";

export type Outcome = {
  id: string;
  state: "sent" | "failed" | "skipped" | "queued";
  attempts: number;
  next_attempt_at: string;
  first_attempt_at: string | null;
  batch: string | null;
  sent_at?: string;
  provider_id?: string;
  error?: string;
  subject?: string;
  html?: string;
  text?: string;
  headers?: Record<string, string>;
  calendar?: string;
};

export const failed = (row: QueuedMail, error: string): Outcome => ({ ...unchanged(row), state: "failed", error });

export const skipped = (row: QueuedMail, why: string): Outcome => ({ ...unchanged(row), state: "skipped", error: why });

/** `chance` is the batch's: its mails come back together. `isFirst` if nobody can have handed it over before. */
export type Try = { at: Date; chance: number; isFirst: boolean };

/** What the transport's answer means for a mail. */
export function outcomeOf(row: QueuedMail, message: OutgoingMail, result: SendResult, attempt: Try): Outcome {
  const { subject, html, text, headers } = message;
  const tried = { subject, html, text, headers, calendar: message.calendar?.content };
  const attempts = row.attempts + 1;
  if (result.ok) {
    const sent_at = attempt.at.toISOString();
    return { ...unchanged(row), ...tried, attempts, state: "sent", sent_at, provider_id: result.providerId };
  }
  if (!result.retryable) return { ...failed(row, result.error), ...tried, attempts };
  return { ...later(row, result.error, attempt, result.retryAfterSeconds), ...tried };
}

export function later(
  row: QueuedMail,
  error: string,
  { at, chance, isFirst }: Try,
  retryAfterSeconds?: number,
): Outcome {
  const attempts = row.attempts + 1;
  // A provider that says when to come back takes nothing: the mail may then go out in any company, and in a day or two. An earlier
  // try may have been taken though, and its answer lost: what was tried before keeps its batch, by which the provider knows it.
  const isUntaken = retryAfterSeconds !== undefined;
  const hasHadItsTime = isUntaken ? isStale(row, at) : isTriedOut(row, at);
  if (hasHadItsTime) return { ...failed(row, `given up after ${attempts} tries: ${error}`), attempts };
  const next = new Date(at.getTime() + waitSeconds(attempts, chance, retryAfterSeconds) * 1000);
  return {
    ...unchanged(row),
    attempts,
    error,
    next_attempt_at: next.toISOString(),
    ...(isUntaken && isFirst && untaken),
  };
}

const untaken = { batch: null, first_attempt_at: null };

/** What was held up until its reader no longer works waits for their morning, and counts no try. */
export const heldBack = (row: QueuedMail, until: Date, isFirstTry: boolean): Outcome => ({
  ...unchanged(row),
  next_attempt_at: until.toISOString(),
  error: "held up until after work: waits for its reader's morning",
  ...(isFirstTry && untaken),
});

/** Not by the number of tries: those that were turned away before, and those that others in the batch brought on, cost it no time. */
const isTriedOut = ({ firstAttemptAt }: QueuedMail, at: Date) =>
  firstAttemptAt !== null && at.getTime() - firstAttemptAt.getTime() > MOST_HOURS_TRIED * 60 * 60 * 1000;

const isStale = ({ createdAt }: QueuedMail, at: Date) =>
  at.getTime() - createdAt.getTime() > MOST_DAYS_TURNED_AWAY * 24 * 60 * 60 * 1000;

/** Writes all outcomes of a batch in one statement. */
export async function settle(tx: Tx, outcomes: Outcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await tx.execute(sql`
    update mail m set state = o.state, attempts = o.attempts, next_attempt_at = o.next_attempt_at,
      first_attempt_at = o.first_attempt_at, batch = o.batch, sent_at = o.sent_at, provider_id = o.provider_id,
      error = o.error, subject = coalesce(o.subject, m.subject), html = coalesce(o.html, m.html),
      text = coalesce(o.text, m.text), headers = coalesce(o.headers, m.headers),
      calendar = coalesce(o.calendar, m.calendar)
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o (id uuid, state mail_state, attempts integer,
      next_attempt_at timestamptz, first_attempt_at timestamptz, batch uuid, sent_at timestamptz, provider_id text,
      error text, subject text, html text, text text, headers jsonb, calendar text)
    where m.id = o.id`);
}

const unchanged = (row: QueuedMail): Outcome => ({
  id: row.id,
  state: "queued",
  attempts: row.attempts,
  next_attempt_at: row.nextAttemptAt.toISOString(),
  first_attempt_at: row.firstAttemptAt?.toISOString() ?? null,
  batch: row.batch,
});
