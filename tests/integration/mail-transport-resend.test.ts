import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { resendTransport } from "@/server/mail/transport/resend";
import type { Transport } from "@/server/mail/transport/transport";
import { outgoing } from "../support/outgoing";
import { type ResendStub, resendStub } from "../support/resend-stub";

let stub: ResendStub;
let transport: Transport;

beforeEach(async () => {
  stub = await resendStub();
  transport = resendTransport({ apiKey: stub.apiKey, baseUrl: stub.url, timeoutSeconds: 1 });
});
afterEach(() => stub.close());

const batchOf = (size: number, batch: string | null = null) =>
  Array.from({ length: size }, (_, at) => outgoing(`mail-${String(at).padStart(3, "0")}`, { batch }));

test("one mail goes alone, with its headers, under its own key", async () => {
  const mail = outgoing("one", { replyTo: "lena@acme.test", headers: { "List-Unsubscribe": "<https://x.test/u>" } });
  expect(await transport.send([mail])).toEqual([{ ok: true, providerId: "0-0" }]);
  expect(stub.accepted).toMatchObject([{ door: "single", mails: [{ to: "p.raman@northwind.test" }] }]);
  expect(stub.mails()[0]).toMatchObject({
    from: '"Lena Marsh at Acme" <plans@throughline.test>',
    reply_to: "lena@acme.test",
    headers: { "List-Unsubscribe": "<https://x.test/u>" },
  });
});

test("many mails go a hundred at a time", async () => {
  const results = await transport.send(batchOf(230));
  expect(results).toHaveLength(230);
  expect(results.every((result) => result.ok)).toBe(true);
  expect(stub.accepted.map((request) => request.mails.length)).toEqual([100, 100, 30]);
  expect(new Set(stub.accepted.map((request) => request.key)).size).toBe(3);
});

describe("a lost answer", () => {
  test("tried again, nothing is sent twice", async () => {
    stub.next({ kind: "drop" }, { kind: "hang" });
    const mails = batchOf(40, "batch-1");
    expect(await transport.send(mails)).toMatchObject(mails.map(() => ({ ok: false, retryable: true })));
    expect(await transport.send(mails)).toMatchObject(mails.map(() => ({ ok: false, retryable: true })));
    const results = await transport.send(mails.toReversed());
    expect(results.every((result) => result.ok)).toBe(true);
    expect(stub.requests()).toBe(3);
    expect(stub.mails()).toHaveLength(40);
  });

  test("a batch that has changed meanwhile counts as sent, for its key proves it", async () => {
    stub.next({ kind: "drop" });
    const mails = batchOf(3, "batch-1");
    await transport.send(mails);
    expect(await transport.send(mails.slice(0, 1))).toMatchObject([{ ok: true }]);
    expect(
      await transport.send([...mails.slice(1), outgoing("mail-000", { batch: "batch-1", subject: "Reworded" })]),
    ).toMatchObject(mails.map(() => ({ ok: true })));
    expect(stub.mails()).toHaveLength(3);
  });

  test("a batch that was not taken is sent, though it has changed", async () => {
    stub.next({ kind: "status", status: 500 });
    const mails = batchOf(3, "batch-1");
    expect(await transport.send(mails)).toMatchObject(mails.map(() => ({ ok: false, retryable: true })));
    expect(await transport.send(mails.slice(0, 2))).toMatchObject([{ ok: true }, { ok: true }]);
    expect(stub.mails()).toHaveLength(2);
  });

  test("of a single mail", async () => {
    stub.next({ kind: "drop" });
    expect(await transport.send([outgoing("one")])).toMatchObject([{ ok: false, retryable: true }]);
    expect(await transport.send([outgoing("one")])).toMatchObject([{ ok: true }]);
    expect(stub.mails()).toHaveLength(1);
  });
});

describe("the provider says no", () => {
  test("too many: waits as long as it is told, and holds back the rest", async () => {
    stub.next({ kind: "status", status: 429, name: "rate_limit_exceeded", headers: { "retry-after": "7" } });
    const results = await transport.send(batchOf(150));
    expect(results.every((result) => !result.ok && result.retryable && result.retryAfterSeconds === 7)).toBe(true);
    expect(stub.requests()).toBe(1);
  });

  test.each([
    [{ "retry-after": "0.4" }, "rate_limit_exceeded", 1],
    [{}, "rate_limit_exceeded", 1],
    [{}, "daily_quota_exceeded", 3600],
    [{ "retry-after": "soon" }, "rate_limit_exceeded", 1],
  ])("429 with %j of %s", async (headers, name, seconds) => {
    expect(await waitAfter(headers, name)).toBe(seconds);
  });

  test("429 with a date to wait for", async () => {
    const until = new Date(Date.now() + 90_000).toUTCString();
    const wait = await waitAfter({ "retry-after": until }, "rate_limit_exceeded");
    expect(Math.abs(wait - (Date.parse(until) - Date.now()) / 1000)).toBeLessThanOrEqual(1);
  });

  async function waitAfter(headers: Record<string, string>, name: string): Promise<number> {
    stub.next({ kind: "status", status: 429, name, headers });
    const [result] = await transport.send([outgoing("a")]);
    expect(result).toMatchObject({ ok: false, retryable: true });
    return (result?.ok === false && result.retryAfterSeconds) || 0;
  }

  test.each([500, 502, 503, 408])("%i is worth another try under the same key", async (status) => {
    stub.next({ kind: "status", status });
    expect(await transport.send([outgoing("a")])).toMatchObject([{ ok: false, retryable: true }]);
    expect(await transport.send([outgoing("a")])).toMatchObject([{ ok: true }]);
    expect(stub.mails()).toHaveLength(1);
  });

  test("our key was revoked: the mail waits until it is mended", async () => {
    const revoked = resendTransport({ apiKey: "re_old", baseUrl: stub.url, timeoutSeconds: 1 });
    expect(await revoked.send([outgoing("a")])).toMatchObject([{ ok: false, retryable: true, retryAfterSeconds: 300 }]);
  });

  test("a mail that it finds invalid is refused, and its neighbours are sent once", async () => {
    const mails = [outgoing("a"), outgoing("b", { subject: "" }), outgoing("c", { to: "nobody" }), outgoing("d")];
    const results = await transport.send(mails);
    expect(results.map((result) => result.ok)).toEqual([true, false, false, true]);
    expect(results[1]).toMatchObject({ retryable: false });
    expect(results[2]).toMatchObject({ retryable: false, refusal: "hard" });
    expect(stub.mails()).toHaveLength(2);
    expect(await transport.send([outgoing("e", { subject: "" })])).toMatchObject([{ ok: false, retryable: false }]);
  });

  test("nobody is listening", async () => {
    await stub.close();
    expect(await transport.send([outgoing("a")])).toMatchObject([{ ok: false, retryable: true }]);
    stub = await resendStub();
  });
});
