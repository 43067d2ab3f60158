import { readCookie } from "./cookie";

/** The zone of the browser's clock, as its pages noted it. */
export function timeZoneOf(headers: Headers): string | null {
  const noted = readCookie(headers, "tz");
  if (!noted) return null;
  try {
    const zone = decodeURIComponent(noted);
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
