import { describe, expect, test } from "vitest";
import { checkEmailAddress } from "@/server/domain/_kernel/email-address";
import { isAllowed, looksLike, mustBeAllowed, readDomain } from "@/server/domain/access/allowed-domain";

const allowed = ["northwind.example", "xn--mller-kva.de"];
const address = (typed: string) => checkEmailAddress(typed).address;

describe("what is let in", () => {
  test.each([
    "hana@northwind.example",
    "Hana@NORTHWIND.Example",
    "a+b@northwind.example",
    "x@müller.de",
    "x@MÜLLER.de",
    "x@xn--mller-kva.de",
  ])("%s", (typed) => {
    expect(isAllowed(address(typed) ?? "", allowed)).toBe(true);
  });

  test("everybody, where no domain is named", () => {
    expect(isAllowed("somebody@anywhere.test", [])).toBe(true);
  });
});

describe("what is not", () => {
  test.each([
    ["a part of an allowed domain", "x@mail.northwind.example", true],
    ["a longer one that ends the same", "x@evilnorthwind.example", false],
    ["an allowed one with something behind", "x@northwind.example.evil.test", true],
    ["a hyphen for a dot", "x@northwind-example.test", false],
    ["Cyrillic o", "x@n\u043erthwind.example", true],
    ["the same in Punycode", "x@xn--nrthwind-66g.example", true],
    ["an l for an i", "x@northwlnd.example", true],
    ["rn for m", "x@rnüller.de", true],
    ["a letter left out", "x@nortwind.example", true],
    ["without the dots", "x@muller.de", true],
    ["another one altogether", "x@elsewhere.test", false],
    ["the allowed one as a local part", '"a@northwind.example"@evil.test', null],
    ["full-width letters", "x@ｎorthwind.example", null],
    ["a full-width dot", "x@northwind．example", null],
    ["an ideographic full stop", "x@northwind。example", null],
    ["a dot at the end", "x@northwind.example.", null],
    ["a zero-width joiner", "x@north\u200dwind.example", null],
    ["a soft hyphen", "x@north\u00adwind.example", null],
    ["turned around", "x@\u202enorthwind.example", null],
    ["two at signs", "x@evil.test@northwind.example", null],
    ["a line break", "x@northwind.example\nx@evil.test", null],
    ["a NUL", "x@northwind.example\u0000.evil.test", null],
    ["an address in numbers", "x@[127.0.0.1]", null],
  ])("%s", (_, typed, isLike) => {
    const read = address(typed);
    // What is no address at all is refused before any domain is looked at.
    if (isLike === null) return expect(read).toBeUndefined();
    if (read === undefined) throw new Error(`${typed} should have been read as an address`);
    const code = isLike ? "domain_looks_alike" : "domain_not_allowed";
    expect(() => mustBeAllowed(read, allowed, { names: true })).toThrow(expect.objectContaining({ code }));
  });

  test("a stranger is not told which domains would do", () => {
    const refusal = expect.objectContaining({ details: expect.objectContaining({ titles: [] }) });
    expect(() => mustBeAllowed("x@elsewhere.test", allowed, { names: false })).toThrow(refusal);
  });
});

describe("what can be put on the list", () => {
  test.each([
    ["northwind.example", "northwind.example"],
    [" @Northwind.EXAMPLE ", "northwind.example"],
    ["Müller.de", "xn--mller-kva.de"],
    ["xn--mller-kva.de", "xn--mller-kva.de"],
    ["пример.test", "xn--e1afmkfd.test"],
    ["例え.jp", "xn--r8jz45g.jp"],
  ])("%j", (typed, read) => {
    expect(readDomain(typed)).toBe(read);
  });

  test.each([
    "",
    "northwind",
    "https://northwind.example",
    "northwind.example/mail",
    "northwind.example.",
    "a@northwind.example",
    "*.northwind.example",
    "127.0.0.1",
    "north wind.example",
    "n\u043erthwind.example",
    "xn--nrthwind-66g.example",
    "ｎorthwind.example",
    "-northwind.example",
    `${"a".repeat(64)}.example`,
    "northwind.example\r\nevil.test",
  ])("not %j", (typed) => {
    expect(readDomain(typed)).toBeNull();
  });
});

test("a domain does not look like itself, nor short ones like each other", () => {
  expect(looksLike("northwind.example", "northwind.example")).toBe(false);
  expect(looksLike("ge.com", "hp.com")).toBe(false);
});
