/** Languages that can be asked for; the pseudo-language shows what is hard-coded. */
export const locales = ["en", "en-XA"] as const;
export type AppLocale = (typeof locales)[number];

export const pseudoLocale = "en-XA" satisfies AppLocale;
const defaultLocale = "en" satisfies AppLocale;

export const localeCookie = "locale";
export const timeZoneCookie = "tz";
export const themeCookie = "theme";

/** The cookie decides; without one, the browser's first language that we speak. */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): AppLocale {
  const chosen = locales.find((locale) => locale === cookie);
  if (chosen) return chosen;
  const spoken = locales.filter((locale) => locale !== pseudoLocale);
  for (const wanted of readLanguages(acceptLanguage)) {
    const match = spoken.find((locale) => locale === wanted || wanted.startsWith(`${locale}-`));
    if (match) return match;
  }
  return defaultLocale;
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
    .filter(({ tag, quality }) => tag !== "" && quality > 0)
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
