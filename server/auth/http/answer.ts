import { env } from "@/server/env";
import { sessionCookie } from "../cookie";
import { languageCookie } from "../language";

const quiet = { "cache-control": "no-store", "referrer-policy": "no-referrer" };

/** Sends the browser on to a page of ours; the address is made from APP_URL, never from what the request says. */
export function seeOther(path: string, cookies: string[] = []): Response {
  const headers = new Headers({ ...quiet, location: new URL(path, env.APP_URL).href });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

export function json(body: Record<string, unknown>, status = 200, cookies: string[] = []): Response {
  const headers = new Headers({ ...quiet, "content-type": "application/json" });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(JSON.stringify(body), { status, headers });
}

export const plain = (words: string, status: number): Response =>
  new Response(words, { status, headers: { ...quiet, "content-type": "text/plain; charset=utf-8" } });

/** A path of ours with what is known of the question; empty values are left out. */
export function pathOf(path: string, query: Record<string, string | number | null | undefined>): string {
  const known = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const search = new URLSearchParams(known.map(([name, value]) => [name, String(value).slice(0, 600)]));
  return search.size > 0 ? `${path}?${search}` : path;
}

/** For the browser that a session was opened in: the session itself, and its person's language. */
export const openedCookies = ({ token, locale }: { token: string; locale: string | null }): string[] => [
  sessionCookie(token),
  ...(locale ? [languageCookie(locale)] : []),
];
