import { atOnce, now, sent, withinService } from "../domain/_kernel";
import { enqueue } from "../domain/_kernel/queue";
import { barred, countSent, noteDeadAddress, noteOwnNews } from "../domain/delivery";
import { env } from "../env";
import { log } from "../log";
import { newsOf } from "./bounces/news";
import type { Refusal } from "./bounces/status";
import { type ClaimedBatch, claimBatches, findUnfinished, nextAttempt, type QueuedMail, takeBatch } from "./claim";
import { compose } from "./compose";
import { looksOf } from "./looks";
import { afterwards, recheck, type Verdict } from "./recheck";
import { failed, heldBack, later, type Outcome, outcomeOf, settle, skipped } from "./settle";
import { makeTransport, type OutgoingMail, type Transport } from "./transport";

/** So many batches are on their way at once: while one waits for the provider, another is rendered. */
const LINES = 3;

/** For how long the provider knows a mail's key, less an hour. After it a second try could be a second mail. */
const KEY_LIFE_MS = 23 * 60 * 60 * 1000;
/** Long enough for the next worker to come by. */
const KEY_MARGIN_MS = 10 * 60 * 1000;

let transport: Transport | undefined;
const theTransport = () => {
  transport ??= makeTransport(env);
  return transport;
};

/** Sends all mail that is due, and asks to be called again when the next is. Any number of workers may do so at once. */
export async function deliverDueMail(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const work: Work = { batches: [], seen: [], areLast: false };
  await lookForMore(work);
  const lines = work.areLast ? Math.min(LINES, work.batches.length) : LINES;
  await Promise.all(Array.from({ length: lines }, () => deliverUntilNoneIsDue(work, signal)));
  if (!signal.aborted) await askForNext();
}

/** What the lines of one run share. */
type Work = {
  batches: string[];
  /** Once in a run: one that is due again, or that cannot be taken, keeps nobody from the mails behind it. */
  seen: string[];
  /** When more were looked for last, there were none beyond these. */
  areLast: boolean;
};

async function lookForMore(work: Work): Promise<void> {
  const { batches, areLast } = await claimBatches(theTransport().batchSize);
  // Another line may begin on these while this one asks on.
  keep(work, batches);
  const unfinished = await findUnfinished(work.seen);
  if (unfinished) keep(work, [unfinished]);
  work.areLast = areLast && unfinished === null;
}

function keep(work: Work, batches: string[]) {
  work.batches.push(...batches);
  work.seen.push(...batches);
}

async function deliverUntilNoneIsDue(work: Work, signal: AbortSignal) {
  while (!signal.aborted) {
    const batch = work.batches.shift();
    if (batch) await deliverBatch(batch);
    else if (work.areLast) return;
    else await lookForMore(work);
  }
}

async function deliverBatch(batch: string): Promise<void> {
  const dead: QueuedMail[] = [];
  const returned: { row: QueuedMail; refusal: Refusal }[] = [];
  const settled = await withinService(async (tx) => {
    const claimed = await takeBatch(tx, batch);
    if (!claimed) return [];
    const at = now();
    const attempt = { chance: Math.random(), isFirst: claimed.isFirstTry };
    const outcomes: Outcome[] = [];
    const outgoing: { row: QueuedMail; message: OutgoingMail }[] = [];

    const verdicts = await recheck(tx, claimed.mails, at);
    const [looks, bars] = await Promise.all([looksOf(tx, claimed.mails), barred(tx, claimed.mails)]);
    const waitsUntil = waitsOf(claimed, verdicts, at);
    for (const row of claimed.mails) {
      if (isTooOld(row, at)) {
        outcomes.push(failed(row, unknownOutcome(row)));
        continue;
      }
      const bar = bars.get(row.id);
      if (bar) {
        if (bar.isDeadAddress) dead.push(row);
        outcomes.push(skipped(row, bar.skip));
        continue;
      }
      const verdict = verdicts.get(row.id);
      if (verdict && "skip" in verdict) {
        outcomes.push(skipped(row, verdict.skip));
        continue;
      }
      const morning = waitsUntil(row);
      if (morning) {
        outcomes.push(heldBack(row, morning, claimed.isFirstTry));
        continue;
      }
      const message = await compose(verdict ? { ...row, props: verdict.props } : row, looks.get(row.workspaceId));
      if ("key" in message) outgoing.push({ row, message });
      else outcomes.push(message.isFinal ? failed(row, message.why) : later(row, message.why, { ...attempt, at }));
    }

    const results = await theTransport().send(outgoing.map(({ message }) => message));
    const answeredAt = now();
    outgoing.forEach(({ row, message }, index) => {
      const result = results[index] ?? { ok: false, retryable: true, error: "the transport gave no answer" };
      if (!result.ok && result.refusal) returned.push({ row, refusal: result.refusal });
      outcomes.push(outcomeOf(row, message, result, { ...attempt, at: answeredAt }));
    });
    const isHandedOver = new Set(outcomes.filter(({ state }) => state === "sent").map(({ id }) => id));
    for (const { row } of returned) isHandedOver.add(row.id);
    const handedOver = claimed.mails.filter(({ id }) => isHandedOver.has(id));
    sent(tx, settle(tx, outcomes));
    sent(tx, countSent(tx, handedOver, answeredAt));
    await afterwards(tx, claimed.mails, outcomes, verdicts);
    return outcomes;
  });
  report(settled);
  for (const row of dead) await noteDeadAddress(row, now());
  for (const { row, refusal } of returned) {
    const news = newsOf(refusal);
    if (news) await noteOwnNews(row.id, news, now());
  }
}

/**
 * Until when each is to wait. A batch that was tried stays together, by the key under which the provider may have taken it: it waits as a
 * whole, and no longer than the provider knows that key.
 */
function waitsOf({ mails, isFirstTry }: ClaimedBatch, verdicts: Map<string, Verdict>, at: Date) {
  const morningOf = ({ id }: QueuedMail) => {
    const verdict = verdicts.get(id);
    return (verdict && "props" in verdict && verdict.waitsUntil) || null;
  };
  if (isFirstTry) return morningOf;
  const left = mails.filter(({ id }) => !("skip" in (verdicts.get(id) ?? {})));
  const mornings = left.map(morningOf);
  const [morning = null] = mornings;
  if (morning === null || !mornings.every(Boolean)) return () => null;
  const known = mails.map(({ firstAttemptAt }) => (firstAttemptAt ?? at).getTime() + KEY_LIFE_MS - KEY_MARGIN_MS);
  const until = new Date(Math.min(morning.getTime(), ...known));
  return () => (until > at ? until : null);
}

const isTooOld = ({ firstAttemptAt }: QueuedMail, at: Date) =>
  firstAttemptAt !== null && at.getTime() - firstAttemptAt.getTime() > KEY_LIFE_MS;

const unknownOutcome = ({ firstAttemptAt, error }: QueuedMail) =>
  `Not known whether it was sent: first tried at ${firstAttemptAt?.toISOString()}${error ? `, last answer "${error}"` : ""}. The provider no longer knows its key, so it is not sent again; look it up there.`;

/** The queue counts in the database's time, the outbox in the kernel's: only the time between is the same in both. */
async function askForNext() {
  const at = await nextAttempt();
  if (!at) return;
  const wait = Math.max(at.getTime() - now().getTime(), 1000);
  const runAt = new Date(Date.now() + wait);
  await atOnce((db) => enqueue(db, "mail.deliver", { key: "mail.deliver:later", runAt }));
}

function report(outcomes: Outcome[]) {
  if (outcomes.length === 0) return;
  const count = (state: Outcome["state"]) => outcomes.filter((outcome) => outcome.state === state).length;
  const counts = { sent: count("sent"), skipped: count("skipped"), failed: count("failed"), later: count("queued") };
  log.info(counts, "mail delivered");
  for (const { id, state, error } of outcomes) if (state === "failed") log.error({ mail: id, error }, "mail failed");
}

export async function closeTransport(): Promise<void> {
  await transport?.close();
  transport = undefined;
}
