import { env } from "@/server/env";

/** Whether a changing request comes from our own pages. Browsers send Origin with every POST; what sends none is no browser's form. */
export function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin) return origin === new URL(env.APP_URL).origin;
  const site = headers.get("sec-fetch-site");
  return site === null || site === "same-origin" || site === "none";
}
