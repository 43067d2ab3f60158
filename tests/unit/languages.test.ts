import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { messagesFor } from "@/app/_messages";
import { namespaceIn, over, type Texts } from "@/app/_messages/translated";
import { languages } from "@/db/vocabulary";
import { wordsFor } from "@/server/mail/words";
import { argumentsOf } from "../support/icu";

const english = messagesFor("en");
const translations = languages.filter((language) => language !== "en");

describe.each(translations)("the texts in %s", (language) => {
  const folder = `app/_messages/${language}`;
  const files = existsSync(folder) ? readdirSync(folder) : [];
  const spoken: Texts = Object.fromEntries(Object.keys(english).map((name) => [name, namespaceIn(language, name)]));
  const own = new Map(textsOf(spoken));
  const known = new Map(textsOf(english));

  test("are in a file for each namespace that there is", () => {
    expect(files.filter((file) => !Object.hasOwn(english, file.replace(/\.json$/, "")))).toEqual([]);
  });

  test("are texts that English has", () => {
    expect([...own.keys()].filter((key) => !known.has(key))).toEqual([]);
  });

  test("take what the English ones take", () => {
    const differing = [...own].filter(([key]) => known.has(key) && !isAlike(own.get(key), known.get(key)));
    expect(differing.map(([key, text]) => ({ key, text, english: known.get(key) }))).toEqual([]);
  });

  test("count as the language does", () => {
    const known = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const unheard = [...own].filter(([, text]) => countsIn(text).some((count) => !known.includes(count)));
    expect(unheard).toEqual([]);
  });

  test("are all there", () => {
    expect([...known.keys()].filter((key) => !own.has(key))).toEqual([]);
  });

  test("are English where there is none yet", () => {
    const merged = new Map(textsOf(messagesFor(language)));
    expect([...merged.keys()]).toEqual([...known.keys()]);
    for (const [key, text] of merged) expect(text, key).toBe(own.get(key) ?? known.get(key));
  });
});

test("what a language has besides is left out, and what is no text in the right place is not taken", () => {
  const merged = over(
    { a: "A", b: { c: "C" }, d: { e: "E" } },
    { a: { x: "?" }, b: { c: "c", y: "?" }, d: "?", z: "?" },
  );
  expect(merged).toEqual({ a: "A", b: { c: "c" }, d: { e: "E" } });
});

test.each([
  ["en", "Thu 26 Nov", "Fri 15 Jan 2027"],
  ["de", "Do, 26. Nov.", "Fr, 15. Jan. 2027"],
  ["fr", "jeu. 26 nov.", "ven. 15 janv. 2027"],
  ["es", "jue, 26 nov", "vie, 15 ene 2027"],
  ["ja", "11月26日(木)", "2027年1月15日(金)"],
])("dates in mails in %s are written as they are there", (language, near, far) => {
  const { day, lang } = wordsFor(language, "p@x.test");
  expect([day("2026-11-26", "2026-11-24"), day("2027-01-15", "2026-11-24"), lang]).toEqual([near, far, language]);
});

describe("what a text takes", () => {
  test.each([
    ["Hello {name}", ["name"]],
    ["{n, plural, one {# day} other {{n} days for {who}}}", ["n number", "who"]],
    ["{role, select, owner {an owner} other {a <b>member</b>}}", ["<b>", "role select other owner"]],
    ["'{name}' isn't <when></when>", ["<when>"]],
    ["{at, date, short} {at, time}", ["at date", "at time"]],
  ])("%s", (text, expected) => {
    expect([...argumentsOf(text)].sort()).toEqual(expected);
  });

  test("a text that can't be read is noticed", () => {
    expect(() => argumentsOf("{n, plural, other {# days}")).toThrow(/unclosed/);
    expect(() => argumentsOf("{n, plural, one {# day}}")).toThrow(/other/);
    expect(() => argumentsOf("{n} days}")).toThrow(/unopened/);
  });
});

/** The forms of plurals that a text has besides "other". */
const countsIn = (text: string) =>
  [...text.matchAll(/[\s,}](zero|one|two|few|many)\s*\{/g)].map(([, form]) => form as Intl.LDMLPluralRule);

function isAlike(one = "", other = ""): boolean {
  return [...argumentsOf(one)].sort().join() === [...argumentsOf(other)].sort().join();
}

function textsOf(tree: Texts, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const at = path === "" ? key : `${path}.${key}`;
    return typeof value === "string" ? [[at, value]] : textsOf(value, at);
  });
}
