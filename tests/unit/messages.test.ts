import compile from "icu-minify/compile";
import formatCompiled, { type FormatValues } from "icu-minify/format";
import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { pseudoMessage } from "@/app/_i18n/pseudo";
import { messagesFor } from "@/app/_messages";

describe("the pseudo-language", () => {
  test("accents what is read and keeps what is computed", () => {
    expect(pseudoMessage("Hello {name}")).toBe("[Ĥéļļó {name}]");
    expect(pseudoMessage("{days, plural, one {in # day} other {in # days}}")).toBe(
      "[{days, plural, one {íñ # đáý} other {íñ # đáýš}}]",
    );
    expect(pseudoMessage("{at, date, short}")).toBe("[{at, date, short}]");
    expect(pseudoMessage("<link>Open</link> it")).toBe("[<link>Óþéñ</link> íţ]");
    expect(pseudoMessage("'{quoted}' don't")).toBe("['{quoted}' đóñ'ţ]");
  });

  test("changes every text", () => {
    const english = new Map(texts(messagesFor("en")));
    for (const [key, text] of texts(messagesFor("en-XA"))) expect(text, key).not.toBe(english.get(key));
  });
});

test.each(["en", "en-XA"] as const)("every text in %s can be drawn", (locale) => {
  const onError = (error: Error) => {
    throw error;
  };
  for (const [key, text] of texts(messagesFor(locale))) {
    const translate = createTranslator({ locale, messages: { it: text }, onError });
    expect(() => translate.markup("it", valuesFor(text)), key).not.toThrow();
  }
});

test.each(["en", "en-XA"] as const)("every text in %s reads the same once it is compiled", (locale) => {
  const formatters = {
    getNumberFormat: (...asked: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...asked),
    getPluralRules: (...asked: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...asked),
    getDateTimeFormat: (...asked: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
      new Intl.DateTimeFormat(...asked),
  };
  for (const [key, text] of texts(messagesFor(locale))) {
    const translate = createTranslator({ locale, messages: { it: text } });
    const values = valuesFor(text);
    const drawn = formatCompiled(compile(text), locale, values as FormatValues<string>, { formatters });
    expect(drawn, key).toBe(translate.markup("it", values));
  }
});

type Tree = { [key: string]: string | Tree };

function texts(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const at = path === "" ? key : `${path}.${key}`;
    return typeof value === "string" ? [[at, value]] : texts(value, at);
  });
}

/** A number for each argument and a plain wrapper for each tag. */
function valuesFor(text: string) {
  const values: Record<string, number | ((chunks: string) => string)> = {};
  for (const [, name = ""] of text.matchAll(/\{\s*(\w+)/g)) values[name] = 2;
  for (const [, tag = ""] of text.matchAll(/<(\w+)>/g)) values[tag] = (chunks) => chunks;
  return values;
}
