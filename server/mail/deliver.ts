import { now, withinService } from "../domain/_kernel";
import { enqueue } from "../domain/_kernel/queue";
import { barred, countSent, noteDeadAddress, noteOwnNews } from "../domain/delivery";
import { env } from "../env";
import { log } from "../log";
import { newsOf } from "./bounces/news";
import type { Refusal } from "./bounces/status";
import { claimBatch, nextAttempt, type QueuedMail, takeBatch } from "./claim";
import { compose } from "./compose";
import { looksOf } from "./looks";
import { recheck } from "./recheck";
import { failed, later, type Outcome, outcomeOf, settle, skipped } from "./settle";
import { makeTransport, type OutgoingMail, type Transport } from "./transport";

/** So many batches are on their way at once: while one waits for the provider, another is rendered. */
const LINES = 3;

/** For how long the provider knows a mail's key, less an hour. After it a second try could be a second mail. */
const KEY_LIFE_MS = 23 * 60 * 60 * 1000;

let transport: Transport | undefined;
const theTransport = () => {
  transport ??= makeTransport(env);
  return transport;
};

/** Sends all mail that is due, and asks to be called again when the next is. Any number of workers may do so at once. */
export async function deliverDueMail(signal: AbortSignal): Promise<void> {
  await Promise.all(Array.from({ length: LINES }, () => deliverUntilNoneIsDue(signal)));
  if (!signal.aborted) await askForNext();
}

async function deliverUntilNoneIsDue(signal: AbortSignal) {
  while (!signal.aborted) {
    const hasWorked = (await deliverOneBatch()) || (await claimBatch(theTransport().batchSize));
    if (!hasWorked) return;
  }
}

/** @returns whether there was one to take. */
async function deliverOneBatch(): Promise<boolean> {
  const dead: QueuedMail[] = [];
  const returned: { row: QueuedMail; refusal: Refusal }[] = [];
  const hasTaken = await withinService(async (tx) => {
    const claimed = await takeBatch(tx);
    if (!claimed) return false;
    const at = now();
    const chance = Math.random();
    const outcomes: Outcome[] = [];
    const outgoing: { row: QueuedMail; message: OutgoingMail }[] = [];

    const verdicts = await recheck(tx, claimed.mails, at);
    const looks = await looksOf(tx, claimed.mails);
    const bars = await barred(tx, claimed.mails);
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
      const message = await compose(verdict ? { ...row, props: verdict.props } : row, looks.get(row.workspaceId));
      if ("key" in message) outgoing.push({ row, message });
      else outcomes.push(message.isFinal ? failed(row, message.why) : later(row, message.why, at, chance));
    }

    const results = await theTransport().send(outgoing.map(({ message }) => message));
    const answeredAt = now();
    outgoing.forEach(({ row, message }, index) => {
      const result = results[index] ?? { ok: false, retryable: true, error: "the transport gave no answer" };
      if (!result.ok && result.refusal) returned.push({ row, refusal: result.refusal });
      outcomes.push(outcomeOf(row, message, result, answeredAt, chance));
    });
    await settle(tx, outcomes);
    const isHandedOver = new Set(outcomes.filter(({ state }) => state === "sent").map(({ id }) => id));
    for (const { row } of returned) isHandedOver.add(row.id);
    await countSent(
      tx,
      claimed.mails.filter(({ id }) => isHandedOver.has(id)),
      answeredAt,
    );
    report(outcomes);
    return true;
  });
  for (const row of dead) await noteDeadAddress(row, now());
  for (const { row, refusal } of returned) {
    const news = newsOf(refusal);
    if (news) await noteOwnNews(row.id, news, now());
  }
  return hasTaken;
}

const isTooOld = ({ firstAttemptAt }: QueuedMail, at: Date) =>
  firstAttemptAt !== null && at.getTime() - firstAttemptAt.getTime() > KEY_LIFE_MS;

const unknownOutcome = ({ firstAttemptAt, error }: QueuedMail) =>
  `Not known whether it was sent: first tried at ${firstAttemptAt?.toISOString()}${error ? `, last answer "${error}"` : ""}. The provider no longer knows its key, so it is not sent again; look it up there.`;

/** The queue counts in the database's time, the outbox in the kernel's: only the time between is the same in both. */
async function askForNext() {
  await withinService(async (tx) => {
    const at = await nextAttempt(tx);
    if (!at) return;
    const wait = Math.max(at.getTime() - now().getTime(), 1000);
    await enqueue(tx, "mail.deliver", { key: "mail.deliver:later", runAt: new Date(Date.now() + wait) });
  });
}

function report(outcomes: Outcome[]) {
  const count = (state: Outcome["state"]) => outcomes.filter((outcome) => outcome.state === state).length;
  const counts = { sent: count("sent"), skipped: count("skipped"), failed: count("failed"), later: count("queued") };
  log.info(counts, "mail delivered");
  for (const { id, state, error } of outcomes) if (state === "failed") log.error({ mail: id, error }, "mail failed");
}

export async function closeTransport(): Promise<void> {
  await transport?.close();
  transport = undefined;
}
