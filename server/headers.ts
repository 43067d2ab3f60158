import { env } from "@/server/env";

/** Pages whose address holds a secret: they tell no other site where the reader came from, and nothing keeps a copy. */
const secretPages = /^\/(sign-in\/confirm|invitation|request|step|preferences|unsubscribe)(\/|$)/;
/** Behind links and forms, with the same secrets; what may be kept of an answer, its handler says. */
const doors = /^\/api\//;

/** The headers that every answer carries but one that only sends on to APP_URL. A page's scripts run only with this answer's nonce. */
export function securityHeaders(path: string, nonce: string): Record<string, string> {
  const isHttps = env.APP_URL.startsWith("https:");
  const isDevelopment = env.NODE_ENV === "development";
  const providers = [env.AUTH_GOOGLE_ID ? "https://accounts.google.com" : "", originOf(env.AUTH_OIDC_ISSUER)];
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${["'self'", ...providers].filter(Boolean).join(" ")}`,
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");

  return {
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "referrer-policy": secretPages.test(path) || doors.test(path) ? "no-referrer" : "strict-origin-when-cross-origin",
    ...(secretPages.test(path) ? { "cache-control": "no-store, max-age=0" } : {}),
    ...(isHttps ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
  };
}

const originOf = (address: string | undefined) => (address ? new URL(address).origin : "");
