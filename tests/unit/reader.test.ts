import { describe, expect, test } from "vitest";
import { initialsOf } from "@/app/_components/ui/avatar";
import { dayParts, daysBetween, localMoment } from "@/app/_components/ui/plain-date";
import { chooseLocale, chooseTimeZone, languageOf } from "@/app/_i18n/locales";

describe("the reader's language", () => {
  test("is the cookie's, else the browser's, else English", () => {
    expect(chooseLocale("en-XA", "en")).toBe("en-XA");
    expect(chooseLocale("tlh", "de-DE,en-GB;q=0.8")).toBe("de");
    expect(chooseLocale("fr", "de-DE")).toBe("fr");
    expect(chooseLocale(undefined, "tlh,*;q=0.9,ja-JP;q=0.5,es;q=0.7")).toBe("es");
    expect(chooseLocale(undefined, "nl,fi;q=0.5")).toBe("en");
    expect(chooseLocale(undefined, null)).toBe("en");
  });

  test("of whom nothing is known but the country is the one that is read there, where we speak it", () => {
    expect(["AT", "FR", "MX", "JP", "GB", "US"].map((country) => languageOf(`und-${country}`))).toEqual([
      "de",
      "fr",
      "es",
      "ja",
      "en",
      "en",
    ]);
    expect(languageOf("und-NL")).toBe(null);
    expect(languageOf("not a tag")).toBe(null);
  });

  test("is never the pseudo-language because of a browser", () => {
    expect(chooseLocale(undefined, "en-XA")).toBe("en");
  });
});

describe("the reader's zone", () => {
  test("is one that exists, else UTC", () => {
    expect(chooseTimeZone("Europe%2FBerlin")).toBe("Europe/Berlin");
    expect(chooseTimeZone("Mars/Olympus")).toBe("UTC");
    expect(chooseTimeZone("%E0%A4%A")).toBe("UTC");
    expect(chooseTimeZone(undefined)).toBe("UTC");
  });

  test("decides the day and the hour of an instant", () => {
    const instant = new Date("2026-10-25T00:30:00Z");
    expect(localMoment(instant, "Europe/Berlin")).toEqual({ date: "2026-10-25", time: "02:30" });
    expect(localMoment(instant, "America/New_York")).toEqual({ date: "2026-10-24", time: "20:30" });
    expect(localMoment(new Date("2026-11-23T00:00:00Z"), "UTC").time).toBe("00:00");
  });
});

describe("plain dates", () => {
  test("are counted in days, over clock changes and years", () => {
    expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
    expect(daysBetween("2027-01-01", "2026-12-31")).toBe(-1);
    expect(dayParts("2026-12-03")).toEqual({ year: 2026, month: 12, day: 3, weekday: 4 });
  });

  test("refuse what is no date", () => {
    expect(() => dayParts("3 Dec")).toThrow(RangeError);
  });
});

test("initials are whole letters of the first and the last name", () => {
  expect(initialsOf("Priya Raman")).toBe("PR");
  expect(initialsOf("Jean-Luc de la Tour")).toBe("JT");
  expect(initialsOf("  Å ")).toBe("Å");
  expect(initialsOf("𝒳 Ångström")).toBe("𝒳Å");
  expect(initialsOf("")).toBe("?");
});
