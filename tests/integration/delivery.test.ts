import { createServer } from "node:net";
import { afterAll, afterEach, beforeEach, expect, test } from "vitest";
import { claimBatches } from "@/server/mail/claim";
import { closeTransport, deliverDueMail } from "@/server/mail/deliver";
import { owner, useDatabase } from "../support/database";
import { aParticipant, aPlace, aPlan } from "../support/factory";
import { gatekeeper } from "../support/gatekeeper";
import { queueInvitationMail, queueSignInMail } from "../support/queued-mail";
import { resendStub } from "../support/resend-stub";
import { endWorkers, startWorker, until } from "../support/worker";

const provider = await resendStub();
useDatabase({ MAIL_TRANSPORT: "resend", RESEND_API_KEY: provider.apiKey, RESEND_BASE_URL: provider.url });

const settings = { REMINDER_TICK_SECONDS: "3600" };
let requestsBefore = 0;
beforeEach(async () => {
  provider.accepted.length = 0;
  requestsBefore = provider.requests();
  await owner()`delete from mail`;
});
afterEach(endWorkers);
afterAll(async () => {
  await closeTransport();
  await provider.close();
});

const deliver = () => deliverDueMail(new AbortController().signal);
const requests = () => provider.requests() - requestsBefore;
const mails = () =>
  owner()`select key, state, attempts, batch, first_attempt_at, next_attempt_at, error, sent_at from mail order by key`;
const allSent = () => until(mails, (rows) => rows.length > 0 && rows.every((row) => row.state === "sent"), 60);

async function queueSome(count: number) {
  for (let n = 0; n < count; n++) await queueSignInMail(`mail-${String(n).padStart(3, "0")}`);
}

function expectEachOnce(count: number) {
  const addresses = provider.mails().map(({ to }) => to);
  expect(addresses).toHaveLength(count);
  expect(new Set(addresses).size).toBe(count);
  expect(new Set(provider.accepted.map(({ key }) => key)).size).toBe(provider.accepted.length);
}

test("killed before the provider takes the mails: another worker sends each once", { timeout: 90_000 }, async () => {
  const deaf = createServer();
  await new Promise<void>((listening) => deaf.listen(0, "127.0.0.1", listening));
  const address = deaf.address();
  const port = typeof address === "object" ? address?.port : 0;
  const heard = new Promise((resolve) => deaf.once("connection", resolve));
  await queueSome(5);
  const first = await startWorker({ ...settings, RESEND_BASE_URL: `http://127.0.0.1:${port}` });
  await heard;
  await first.end("SIGKILL");
  deaf.close();

  const second = await startWorker(settings);
  await allSent();
  await second.end("SIGKILL");
  expectEachOnce(5);
});

test("killed while the provider keeps its answer back: the retry names the same key and nothing is sent twice", {
  timeout: 90_000,
}, async () => {
  provider.next({ kind: "hang" });
  await queueSome(5);
  const first = await startWorker(settings);
  await until(
    () => provider.accepted.length,
    (count) => count > 0,
  );
  await first.end("SIGKILL");
  await queueSome(8);

  const second = await startWorker(settings);
  await allSent();
  await second.end("SIGKILL");
  expectEachOnce(8);
  expect(requests()).toBeGreaterThan(provider.accepted.length);
});

test("killed after the answer, before it is written down: nothing is sent twice", { timeout: 90_000 }, async () => {
  const gate = await gatekeeper(provider.url);
  await queueSome(5);
  const first = await startWorker({ ...settings, RESEND_BASE_URL: gate.url });
  await until(
    () => provider.accepted.length,
    (count) => count > 0,
  );
  await owner().begin(async (tx) => {
    await tx`select id from mail for update`;
    gate.open();
    await until(
      () => owner()`select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%update mail m%'`,
      (waiting) => waiting.length > 0,
    );
    await first.end("SIGKILL");
  });
  expect((await mails()).every((row) => row.state === "queued")).toBe(true);

  const second = await startWorker(settings);
  await allSent();
  await second.end("SIGKILL");
  await gate.close();
  expectEachOnce(5);
});

test("two workers at once send each mail once", { timeout: 90_000 }, async () => {
  await queueSome(250);
  const workers = await Promise.all([startWorker(settings), startWorker(settings)]);
  await allSent();
  for (const worker of workers) await worker.end("SIGKILL");
  expectEachOnce(250);
});

test("told to come back later, it does, with the wait that was asked for", async () => {
  provider.next({ kind: "status", status: 429, name: "rate_limit_exceeded", headers: { "retry-after": "40" } });
  await queueSome(2);
  await deliver();
  for (const row of await mails()) {
    const wait = (row.next_attempt_at.getTime() - Date.now()) / 1000;
    expect(row).toMatchObject({ state: "queued", attempts: 1, batch: null });
    expect(wait).toBeGreaterThan(35);
    expect(wait).toBeLessThan(55);
  }
  const [job] = await owner()`select run_at from graphile_worker._private_jobs where key = 'mail.deliver:later'`;
  expect((job?.run_at.getTime() - Date.now()) / 1000).toBeGreaterThan(30);
});

test("turned away after an answer was lost, it keeps the batch by which the provider knows it", async () => {
  const anew = () =>
    owner()`update mail set next_attempt_at = now() - interval '1 second', first_attempt_at = now() - interval '30 seconds'`;
  provider.next({ kind: "drop" }, { kind: "status", status: 429, name: "rate_limit_exceeded" });
  await queueSome(2);
  await deliver();
  await anew();
  await deliver();
  expect((await mails()).every((row) => row.state === "queued" && row.batch !== null)).toBe(true);
  await anew();
  await deliver();
  expect(requests()).toBe(3);
  expectEachOnce(2);
});

test("turned away at once after a worker died with the answer in hand, it keeps the batch by which the provider knows it", {
  timeout: 90_000,
}, async () => {
  provider.next({ kind: "hang" });
  await queueSome(3);
  const first = await startWorker(settings);
  await until(
    () => provider.accepted.length,
    (count) => count > 0,
  );
  await first.end("SIGKILL");
  const anew = () => owner()`update mail set next_attempt_at = now() - interval '1 second'`;
  provider.next({ kind: "status", status: 429, name: "rate_limit_exceeded" });
  // PostgreSQL may hold the dead worker's lock for a moment longer.
  await until(
    async () => {
      await anew();
      await deliver();
      return mails();
    },
    (rows) => rows.every(({ state }) => state === "sent"),
  );
  expectEachOnce(3);
});

test("an error that passes is tried again as the same batch; one that doesn't is final", async () => {
  provider.next({ kind: "status", status: 500 });
  await queueSome(2);
  await deliver();
  const waiting = await mails();
  expect(waiting.every((row) => row.state === "queued" && row.attempts === 1 && row.batch !== null)).toBe(true);

  await owner()`update mail set next_attempt_at = now() - interval '1 second'`;
  await queueSignInMail("unaddressed", "not an address");
  await deliver();
  expect(await mails()).toMatchObject([{ state: "sent" }, { state: "sent" }, { key: "unaddressed", state: "failed" }]);
  expectEachOnce(2);
});

test("an invitation that can't be delivered shows on the plan", async () => {
  const plan = await aPlan();
  await aParticipant(plan, { side: "seller", role: "owner" });
  const place = await aPlace(plan, { status: "invited", name: "Ana Reyes", email: "ana at nowhere" });
  await queueInvitationMail({ ...plan, participantId: place, to: "ana at nowhere" });
  await deliver();
  const [seen] = await owner()`select status from participant where id = ${place}`;
  expect(seen?.status).toBe("bounced");
  const events = await owner()`select kind from event where plan_id = ${plan.planId}`;
  expect(events.map(({ kind }) => kind)).toEqual(["participant.bounced"]);
});

test("a mail whose outcome nobody knows is not sent again once the provider has forgotten its key", async () => {
  await queueSome(1);
  await owner()`update mail set batch = gen_random_uuid(), first_attempt_at = now() - interval '25 hours'`;
  await deliver();
  const [row] = await mails();
  expect(row).toMatchObject({ state: "failed" });
  expect(row?.error).toContain("Not known whether it was sent");
  expect(requests()).toBe(0);
});

test("a mail that no template fits fails without holding up the others", async () => {
  await queueSome(2);
  await owner()`update mail set template = 'unheard-of' where key = 'mail-000'`;
  await deliver();
  expect(await mails()).toMatchObject([{ state: "failed" }, { state: "sent" }]);
});

test("who waits for a code goes before the morning's reminders", async () => {
  await queueSome(3);
  await owner()`update mail set template = 'step-reminder', next_attempt_at = now() - interval '1 minute'`;
  await queueSignInMail("code");
  await claimBatches(1);
  const claimed = await owner()`select key from mail where batch is not null`;
  expect(claimed.map(({ key }) => key)).toEqual(["code"]);
});
