import { chooseLocale, localeCookie, pseudoLocale } from "@/app/_i18n/locales";
import type { Language } from "@/db/vocabulary";
import { isSecure, readCookie } from "./cookie";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The language that the pages of this request are in. Null for the pseudo-language, which is nobody's own. */
export function languageAsked(headers: Headers): Language | null {
  const locale = chooseLocale(readCookie(headers, localeCookie), headers.get("accept-language"));
  return locale === pseudoLocale ? null : locale;
}

/** Has this browser's pages drawn in a person's own language from the next one on. The menu's script may change it too. */
export const languageCookie = (language: string) =>
  `${localeCookie}=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${isSecure() ? "; Secure" : ""}`;
