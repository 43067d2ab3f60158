import { expect, test } from "vitest";
import { newsOf } from "@/server/mail/bounces/news";
import { readBounce } from "@/server/mail/bounces/provider";
import { readStatus } from "@/server/mail/bounces/status";

const rcpt = (code: number, text: string) => readStatus({ code, text, command: "RCPT TO" });

test.each([
  ["550 5.1.1 no such user", "hard"],
  ["550 5.1.2 no such host", "hard"],
  ["550-5.1.1 The email account that you tried to reach does not exist", "hard"],
  ["556 5.1.10 recipient has null MX", "hard"],
  ["550 5.2.1 mailbox disabled", "hard"],
  ["550 5.4.1 Recipient address rejected: Access denied", "hard"],
  ["553 5.1.8 sender's domain does not exist", "policy"],
  ["550 5.7.1 relaying denied", "policy"],
  ["554 5.7.1 blocked, see http://10.5.1.1/", "policy"],
  ["552 5.2.3 message too long", "policy"],
  ["554 5.6.0 content refused", "policy"],
  ["552 5.2.2 mailbox full", "full"],
  ["550 5.3.0 their system is out of order", "soft"],
  ["550 5.9.9 nobody knows", "soft"],
])("%s is %s", (text, refusal) => {
  expect(rcpt(Number(text.slice(0, 3)), text)).toBe(refusal);
});

test("what passes is never the address' fault", () => {
  expect(rcpt(450, "450 4.2.0 greylisted")).toBe("soft");
  expect(rcpt(452, "452 4.2.2 over quota")).toBe("full");
  expect(rcpt(550, "550 4.1.1 said with the wrong number")).toBe("soft");
});

test("without an enhanced code the plain one decides, for an address only where the address was refused", () => {
  expect(rcpt(550, "550 no such user here")).toBe("hard");
  expect(rcpt(552, "552 quota exceeded")).toBe("full");
  expect(rcpt(554, "554 go away")).toBe("policy");
  expect(readStatus({ code: 550, text: "550 looks like spam", command: "DATA" })).toBe("policy");
});

test("digits of an address or of a version are no status code", () => {
  expect(rcpt(550, "550 unknown user 5.7.1.9 at mx")).toBe("hard");
  expect(rcpt(550, "550 Exim4.2.12 says no such user")).toBe("hard");
});

test.each([
  ["Permanent", "General", "hard"],
  ["Permanent", "NoEmail", "hard"],
  ["Transient", "General", "soft"],
  ["Transient", "MailboxFull", "full"],
  ["Transient", "ContentRejected", "policy"],
  ["Undetermined", "Undetermined", "soft"],
])("a provider's %s bounce for %s is %s", (type, subType, refusal) => {
  expect(readBounce({ type, subType })).toBe(refusal);
});

test("only an address that takes no mail has bounced; a mail that was disliked says nothing of its address", () => {
  expect([newsOf("hard"), newsOf("soft"), newsOf("full"), newsOf("policy")]).toEqual([
    ...["bounced", "returned", "returned", null],
  ]);
});
