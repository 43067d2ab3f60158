import { env } from "@/server/env";

/** Whether a changing request comes from our own pages. Browsers send Origin with every POST; what sends none is no browser's form. */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  const site = headers.get("sec-fetch-site");
  // A form on a page that sends no referrer has the origin "null": then the browser's own word on where it stood counts.
  if (origin === "null") return site === "same-origin";
  if (origin) return origin === new URL(env.APP_URL).origin;
  return site === null || site === "same-origin" || site === "none";
}
