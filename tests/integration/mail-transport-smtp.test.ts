import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listHeaders } from "@/server/mail/transport";
import { smtpTransport } from "@/server/mail/transport/smtp";
import type { Transport } from "@/server/mail/transport/transport";
import { outgoing } from "../support/outgoing";
import { type SmtpSink, smtpSink } from "../support/smtp-sink";

let sink: SmtpSink;
let transport: Transport;

beforeEach(async () => {
  sink = await smtpSink();
  transport = smtpTransport({ url: sink.url, timeoutSeconds: 1 });
});
afterEach(async () => {
  await transport.close();
  await sink.close();
});

test("a mail arrives as it was made: sender, answer address, both bodies, headers", async () => {
  const headers = listHeaders({
    list: "reminders",
    key: "k",
    unsubscribeUrl: "https://plans.example.com/unsubscribe?token=abc.def",
    workspaceId: "0198-w",
    planIds: ["0198-p", "0198-q"],
    appUrl: "https://plans.example.com",
  });
  const [result] = await transport.send([
    outgoing("k", { subject: "Grüße: 2 steps, 日本", replyTo: "lena@acme.test", headers }),
  ]);
  const [mail] = await sink.parsed();
  expect(result).toEqual({ ok: true, providerId: mail?.messageId });
  expect(sink.mails[0]).toMatchObject({ from: "plans@throughline.test", to: ["p.raman@northwind.test"] });
  expect(mail?.subject).toBe("Grüße: 2 steps, 日本");
  expect(mail?.from?.value).toEqual([{ name: "Lena Marsh at Acme", address: "plans@throughline.test" }]);
  expect(mail?.replyTo?.text).toBe("lena@acme.test");
  expect(mail?.text).toContain("Good morning Priya,");
  expect(mail?.html).toContain("<p>Good morning Priya,</p>");
  const line = (name: string) => mail?.headerLines.find(({ key }) => key === name)?.line.replace(/\r?\n\s+/g, " ");
  expect(line("list-unsubscribe")).toBe("List-Unsubscribe: <https://plans.example.com/unsubscribe?token=abc.def>");
  expect(line("list-unsubscribe-post")).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(line("auto-submitted")).toBe("Auto-Submitted: auto-generated");
  expect(line("references")).toBe("References: <plan.0198-p@plans.example.com> <plan.0198-q@plans.example.com>");
});

test("the same key makes the same message id, another key another", async () => {
  const [first, again, other] = await transport.send([outgoing("a"), outgoing("a"), outgoing("b")]);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

describe("the server says no", () => {
  test("for now: the mail is tried again", async () => {
    sink.refuse("recipient", { code: 451, message: "4.3.0 busy" });
    expect(await transport.send([outgoing("a")])).toMatchObject([{ ok: false, retryable: true }]);
    sink.refuse("recipient", null);
    sink.refuse("message", { code: 421, message: "4.7.0 later" });
    expect(await transport.send([outgoing("a")])).toMatchObject([{ ok: false, retryable: true }]);
    sink.refuse("message", null);
    expect(await transport.send([outgoing("a")])).toMatchObject([{ ok: true }]);
  });

  test("to the address: it bounced", async () => {
    sink.refuse("recipient", { code: 550, message: "5.1.1 no such mailbox" });
    const [result] = await transport.send([outgoing("a")]);
    expect(result).toMatchObject({ ok: false, retryable: false, refusal: "hard" });
    expect(result).toMatchObject({ error: expect.stringContaining("no such mailbox") });
  });

  test("to what the mail says: final, but nobody's address is at fault", async () => {
    sink.refuse("message", { code: 554, message: "5.7.1 looks like spam" });
    const [result] = await transport.send([outgoing("a")]);
    expect(result).toMatchObject({ ok: false, retryable: false, refusal: "policy" });
  });

  test("one refusal does not spoil its neighbours", async () => {
    const mails = [outgoing("a"), outgoing("b", { to: 'x"@y"@z.test' }), outgoing("c")];
    expect(await transport.send(mails)).toMatchObject([{ ok: true }, { ok: false, refusal: "hard" }, { ok: true }]);
    expect(sink.mails).toHaveLength(2);
  });

  test("to our password: worth another try once it is mended", async () => {
    const guarded = await smtpSink({ user: "plans", password: "p@ss/word" });
    const wrong = smtpTransport({ url: guarded.url.replace("p%40ss", "nope"), timeoutSeconds: 1 });
    const right = smtpTransport({ url: guarded.url, timeoutSeconds: 1 });
    expect(await wrong.send([outgoing("a")])).toMatchObject([{ ok: false, retryable: true }]);
    expect(await right.send([outgoing("a")])).toMatchObject([{ ok: true }]);
    await Promise.all([wrong.close(), right.close()]);
    await guarded.close();
  });
});

describe("the answer never comes", () => {
  test("the server hangs: given up in time, once, to be tried again", async () => {
    sink.hang(true);
    expect(await transport.send([outgoing("a")])).toMatchObject([{ ok: false, retryable: true }]);
    expect(sink.mails).toHaveLength(1);
  });

  test("the line is cut after the mail was taken: not sent again behind our back", async () => {
    sink.drop(true);
    expect(await transport.send([outgoing("a")])).toMatchObject([{ ok: false, retryable: true }]);
    sink.drop(false);
    expect(await transport.send([outgoing("b")])).toMatchObject([{ ok: true }]);
    expect(sink.mails).toHaveLength(2);
  });

  test("nobody is listening", async () => {
    const gone = await smtpSink();
    await gone.close();
    const lost = smtpTransport({ url: gone.url, timeoutSeconds: 1 });
    expect(await lost.send([outgoing("a"), outgoing("b")])).toMatchObject([
      { ok: false, retryable: true },
      { ok: false, retryable: true },
    ]);
    await lost.close();
  });
});

test("a header cannot be smuggled in through a value", async () => {
  const evil = "x\r\nBcc: b@evil.test\r\n\r\nbody";
  await transport.send([
    outgoing("a", {
      subject: evil,
      from: { name: evil, address: "plans@throughline.test" },
      headers: { "X-Plan": evil },
    }),
  ]);
  const [mail] = await sink.parsed();
  expect(sink.mails[0]?.to).toEqual(["p.raman@northwind.test"]);
  expect(mail?.bcc).toBeUndefined();
  expect(mail?.text).toContain("Good morning");
});

test("many mails share a few connections", async () => {
  const mails = Array.from({ length: 120 }, (_, at) => outgoing(`many-${at}`));
  const results = await transport.send(mails);
  expect(results.every((result) => result.ok)).toBe(true);
  expect(sink.mails).toHaveLength(120);
  expect(sink.connections()).toBeLessThanOrEqual(5);
});
