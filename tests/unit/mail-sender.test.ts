import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clipped, isolated, withoutTricks } from "@/server/mail/plain";
import { formatSender, senderOf } from "@/server/mail/sender";
import { listHeaders } from "@/server/mail/transport";

const installed = "Throughline <plans@throughline.test>";

describe("the sender", () => {
  test.each([
    [installed, null, { name: "Throughline", address: "plans@throughline.test" }],
    ["plans@throughline.test", null, { name: null, address: "plans@throughline.test" }],
    ['"Plans, at Acme" <p@acme.test>', null, { name: "Plans, at Acme", address: "p@acme.test" }],
    [installed, "Lena Marsh (Acme)", { name: "Lena Marsh (Acme)", address: "plans@throughline.test" }],
    [installed, '"Lena" <ceo@bank.test>', { name: "Lena ceo at bank.test", address: "plans@throughline.test" }],
    [installed, "Lena\r\nBcc: x@evil.test", { name: "Lena Bcc: x at evil.test", address: "plans@throughline.test" }],
    [installed, "\u202e", { name: "Throughline", address: "plans@throughline.test" }],
  ])("of %j for %j", (mailFrom, fromName, sender) => {
    expect(senderOf(mailFrom, fromName)).toEqual(sender);
  });

  test("whatever the name, the header has one address, ours", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (name) => {
        const header = formatSender(senderOf(installed, name));
        expect(header).toMatch(/^"[^"\\<>@\p{Cc}]+" <plans@throughline\.test>$/u);
      }),
    );
  });
});

test("a clipped line is one line, whole characters, never longer than asked", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme-composite", maxLength: 120 }),
      fc.integer({ min: 2, max: 60 }),
      (text, most) => {
        const line = clipped(text, most);
        expect(line.length).toBeLessThanOrEqual(most);
        expect(line.isWellFormed()).toBe(true);
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      },
    ),
  );
});

test("line breaks stay in texts, everything else that controls a line goes", () => {
  expect(withoutTricks({ note: "a\nb\r\nc\u0000\u2028d", list: ["\u202eevil\u2066"], count: 2, none: null })).toEqual({
    note: "a\nb \nc  d",
    list: ["evil"],
    count: 2,
    none: null,
  });
});

test("a name that is read from the other side is kept apart from the words around it", () => {
  const props = {
    name: "שרה לוי",
    url: "https://x.test/שרה",
    note: "Hello\nسارة",
    zone: "shared",
    inviter: "Dana Kim",
  };
  expect(isolated(props, "ltr")).toEqual({ ...props, name: "\u2068שרה לוי\u2069", note: "Hello\n\u2068سارة\u2069" });
  expect(isolated(props, "rtl")).toMatchObject({ name: props.name, zone: "shared", inviter: "\u2068Dana Kim\u2069" });
});

test("a line that is clipped within such a name does not leave it open", () => {
  const line = clipped(`\u2068${"שרה ".repeat(30)}\u2069 invites you`, 40);
  expect(line.length).toBeLessThanOrEqual(40);
  expect(line).toMatch(/^\u2068[^\u2069]+…\u2069$/);
});

test("a reminder can be stopped with one click, and is filed by plan", () => {
  const headers = listHeaders({
    list: "reminders",
    key: "reminder:1",
    unsubscribeUrl: "https://plans.example.com/u?token=a.b",
    workspaceId: "w",
    planIds: [],
    appUrl: "https://plans.example.com",
  });
  expect(headers).toMatchObject({
    "List-Unsubscribe": "<https://plans.example.com/u?token=a.b>",
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "Auto-Submitted": "auto-generated",
    "List-Id": "<reminders.w.plans.example.com>",
  });
  expect(headers).not.toHaveProperty("References");
  expect(JSON.stringify(headers)).not.toContain("reminder:1");
});

test("a mail of forty plans is filed with ten of them: no header grows longer than a line may be", () => {
  const planIds = Array.from({ length: 40 }, (_, n) => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`);
  const of = {
    list: "digest",
    key: "k",
    unsubscribeUrl: "https://plans.example.com/u?token=a.b",
    workspaceId: "w",
  } as const;
  const headers = listHeaders({ ...of, planIds, appUrl: "https://plans.northwind-health.example.com" });
  expect(headers.References?.split(" ")).toHaveLength(10);
  for (const [name, value] of Object.entries(headers)) expect(`${name}: ${value}`.length).toBeLessThan(998);
  expect(headers).not.toHaveProperty("In-Reply-To");
});
