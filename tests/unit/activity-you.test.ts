import { expect, test } from "vitest";
import { namespaceIn } from "@/app/_messages/translated";
import { languages } from "@/db/vocabulary";

/** How each language names the reader where a sentence says who did it: what stands before the name decides its form. */
const before: Record<(typeof languages)[number], RegExp | null> = {
  en: /(^|\{)$/,
  de: /\b[vV]on $/,
  fr: /\bpar $/,
  es: /(^|\{)$/,
  // The word for the reader takes any place.
  ja: null,
};

test.each(languages)(
  "a sentence of the activity says what the reader did as well as what others did: %s",
  (language) => {
    const wrong = eventsOf(language).filter((text) => {
      const places = [...text.matchAll(/\{who\}/g)].map(({ index }) => text.slice(0, index));
      return places.some((start) => before[language] && !before[language].test(start));
    });
    expect(wrong).toEqual([]);
  },
);

test("and in English names nothing of theirs, nor in a verb's third person", () => {
  const wrong = eventsOf("en").filter(
    (text) => text.includes("{who}") && /\{who\} (no longer )?(has|is|puts|says)\b|\btheir\b|\bthemselves\b/.test(text),
  );
  expect(wrong).toEqual([]);
});

const eventsOf = (language: (typeof languages)[number]) => textsIn(namespaceIn(language, "activity")?.event);

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return Object.values((value ?? {}) as Record<string, unknown>).flatMap(textsIn);
}
