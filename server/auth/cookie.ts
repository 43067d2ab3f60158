import { env } from "@/server/env";

export const isSecure = () => env.APP_URL.startsWith("https:");

/** On https the prefix binds a cookie to exactly this host and to encrypted connections. */
export const cookieName = (name: string) => (isSecure() ? `__Host-${name}` : name);

export const sessionCookieName = () => cookieName("throughline.session");

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** The database says when a session ends; the cookie only has to live longer than one that is used can. */
export const sessionCookie = (token: string) => setCookie(sessionCookieName(), token, YEAR_SECONDS);

export const endedSessionCookie = () => setCookie(sessionCookieName(), "", 0);

const setCookie = (name: string, value: string, maxAge: number) =>
  `${name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${isSecure() ? "; Secure" : ""}`;

export function readCookie(headers: Headers, name: string): string | null {
  for (const pair of headers.get("cookie")?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
