import { afterAll, beforeEach, expect, test } from "vitest";
import { at } from "@/server/domain/_kernel";
import { noteProviderNews } from "@/server/domain/delivery";
import { closeTransport, deliverDueMail } from "@/server/mail/deliver";
import { owner, useDatabase } from "../support/database";
import { queueSignInMail } from "../support/queued-mail";
import { resendStub, type Trick } from "../support/resend-stub";

const provider = await resendStub();
useDatabase({ MAIL_TRANSPORT: "resend", RESEND_API_KEY: provider.apiKey, RESEND_BASE_URL: provider.url });

beforeEach(async () => {
  provider.accepted.length = 0;
  provider.always(null);
  await owner()`delete from mail`;
});
afterAll(async () => {
  await closeTransport();
  await provider.close();
});

const START = Date.parse("2027-02-16T08:00:00Z");
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const down: Trick = { kind: "status", status: 503 };

/** Delivers every few minutes between two moments, as a worker would. */
async function live(from: number, to: number, everyMinutes = 10) {
  for (let moment = from; moment <= to; moment += everyMinutes * MINUTE) {
    await at(new Date(moment), () => deliverDueMail(new AbortController().signal));
  }
}
const queue = (moment: number, ...keys: string[]) =>
  at(new Date(moment), async () => {
    for (const key of keys) await queueSignInMail(key);
  });
const states = async () =>
  Object.fromEntries((await owner()`select key, state from mail order by key`).map(({ key, state }) => [key, state]));
const arrived = () => provider.mails().map(({ to }) => to.split("@")[0]);

test("the provider is down for two hours: everything waits, then goes out once", async () => {
  await queue(START, "first", "second");
  provider.always(down);
  await live(START, START + HOUR);
  await queue(START + HOUR, "third");
  await live(START + HOUR, START + 2 * HOUR);
  expect(await states()).toEqual({ first: "queued", second: "queued", third: "queued" });
  expect(arrived()).toEqual([]);

  provider.always(null);
  await live(START + 2 * HOUR, START + 5 * HOUR);
  expect(await states()).toEqual({ first: "sent", second: "sent", third: "sent" });
  expect(arrived().sort()).toEqual(["first", "second", "third"]);
});

test("down for 25 hours: what may have been taken is not sent again, what came later is", async () => {
  await queue(START, "early");
  provider.always(down);
  await live(START, START + 24 * HOUR, 30);
  await queue(START + 24 * HOUR, "late");
  await live(START + 24 * HOUR, START + 25 * HOUR);
  provider.always(null);
  await live(START + 25 * HOUR, START + 30 * HOUR);
  expect(await states()).toEqual({ early: "failed", late: "sent" });
  expect(arrived()).toEqual(["late"]);
});

test("what nobody knew of is put right when the provider tells that it arrived", async () => {
  await queue(START, "taken");
  provider.always({ kind: "drop" });
  await live(START, START + 24 * HOUR, 30);
  expect(await states()).toEqual({ taken: "failed" });
  expect(arrived()).toEqual(["taken"]);

  const [row] = await owner()`select id from mail`;
  const news = { id: "msg", kind: "delivered", at: new Date(START + 5000), mailId: String(row?.id) } as const;
  await noteProviderNews({ ...news, providerId: "0-0" }, new Date(START + 25 * HOUR));
  const [found] = await owner()`select state, provider_id, error from mail`;
  expect(found).toEqual({ state: "sent", provider_id: "0-0", error: null });
});

test("a 200 that never arrives: the retry names the same key, and the mail is there once", async () => {
  provider.next({ kind: "drop" }, { kind: "drop" });
  await queue(START, "once");
  await live(START, START + HOUR);
  expect(await states()).toEqual({ once: "sent" });
  expect(arrived()).toEqual(["once"]);
});

test("a day of being turned away loses nothing, and doesn't hammer at the provider", async () => {
  await queue(START, "a", "b");
  provider.always({ kind: "status", status: 429, name: "rate_limit_exceeded", headers: { "retry-after": "1" } });
  const before = provider.requests();
  await live(START, START + 25 * HOUR, 5);
  expect(await states()).toEqual({ a: "queued", b: "queued" });
  expect(provider.requests() - before).toBeLessThan(40);

  provider.always(null);
  await live(START + 25 * HOUR, START + 28 * HOUR);
  expect(await states()).toEqual({ a: "sent", b: "sent" });
  expect(arrived().sort()).toEqual(["a", "b"]);
});

test("one that was turned away meets a fresh one when the provider fails: neither stops the mails behind them", async () => {
  await queue(START, "old");
  provider.always({ kind: "status", status: 429, name: "rate_limit_exceeded", headers: { "retry-after": "1" } });
  await live(START, START + 20 * MINUTE, 1);
  await queue(START + 30 * MINUTE, "new");
  provider.always(down);
  await live(START + 30 * MINUTE, START + 30 * MINUTE);
  const waits = await owner()`select distinct batch, next_attempt_at from mail`;
  expect(new Set(waits.map(({ batch }) => batch)).size).toBe(1);
  expect(waits).toHaveLength(2);

  provider.always(null);
  await queue(START + 32 * MINUTE, "behind");
  const stop = AbortSignal.timeout(20_000);
  await at(new Date(START + 32 * MINUTE), () => deliverDueMail(stop));
  expect(stop.aborted).toBe(false);
  expect(await states()).toEqual({ behind: "sent", new: "sent", old: "sent" });
  expect(arrived().sort()).toEqual(["behind", "new", "old"]);
});

test("turned away for two days, it outlives a provider that fails once then", async () => {
  await queue(START, "patient");
  provider.always({ kind: "status", status: 429, name: "rate_limit_exceeded", headers: { "retry-after": "1" } });
  await live(START, START + 48 * HOUR, 30);
  provider.always(null);
  provider.next(down);
  await live(START + 48 * HOUR, START + 56 * HOUR, 30);
  expect(await states()).toEqual({ patient: "sent" });
  expect(arrived()).toEqual(["patient"]);
});

test("turned away for days, it is given up and said so", async () => {
  await queue(START, "a");
  provider.always({ kind: "status", status: 403, name: "invalid_api_key" });
  await live(START, START + 76 * HOUR, 60);
  const [row] = await owner()`select state, error from mail`;
  expect(row).toMatchObject({ state: "failed", error: expect.stringContaining("given up") });
});

test.each([-1, 1])("a clock that is stepped by %i h sends nothing twice and forgets nothing", async (hours) => {
  await queue(START, "before");
  provider.next({ kind: "status", status: 500 });
  await live(START, START);
  const stepped = START + hours * HOUR;
  await queue(stepped, "after");
  await live(stepped, stepped + 3 * HOUR);
  expect(await states()).toEqual({ after: "sent", before: "sent" });
  expect(arrived().sort()).toEqual(["after", "before"]);
});
