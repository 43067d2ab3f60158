import { type Language, languages } from "@/db/vocabulary";

/** Shows what is hard-coded: only its cookie asks for it. */
export const pseudoLocale = "en-XA";
export type AppLocale = Language | typeof pseudoLocale;
const locales: readonly AppLocale[] = [...languages, pseudoLocale];

export const localeCookie = "locale";
export const timeZoneCookie = "tz";
export const themeCookie = "theme";

/** The cookie decides; without one, the browser's first language that we speak. */
export function chooseLocale(cookie: string | null | undefined, acceptLanguage: string | null): AppLocale {
  const chosen = locales.find((locale) => locale === cookie);
  if (chosen) return chosen;
  for (const wanted of readLanguages(acceptLanguage)) {
    const match = languageOf(wanted);
    if (match) return match;
  }
  return languages[0];
}

/** Our language for a tag: "de-AT" is German, and so is "und-AT", whoever is read in Austria. Null when we don't speak it. */
export function languageOf(tag: string): Language | null {
  try {
    const wanted = new Intl.Locale(tag).maximize().language;
    return languages.find((language) => language === wanted) ?? null;
  } catch {
    return null;
  }
}

function readLanguages(header: string | null): string[] {
  if (!header) return [];
  return header
    .slice(0, 500)
    .split(",")
    .map((entry) => {
      const [tag = "", quality] = entry.trim().split(";q=");
      return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ tag, quality }) => tag !== "" && tag !== "*" && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag);
}

/** A zone the runtime knows, or UTC. */
export function chooseTimeZone(cookie: string | undefined): string {
  if (!cookie) return "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: decodeURIComponent(cookie) }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
