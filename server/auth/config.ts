import NextAuth, { type NextAuthConfig } from "next-auth";
import type { Provider } from "next-auth/providers";
import Google from "next-auth/providers/google";
import { readEmailAddress } from "@/server/domain/_kernel/email-address";
import { SESSION_DAYS, safePath } from "@/server/domain/access";
import { env } from "@/server/env";
import { log } from "@/server/log";
import { makeAdapter } from "./adapter";
import { cookieName, isSecure, sessionCookieName } from "./cookie";
import { deviceOf } from "./device";
import { languageAsked } from "./language";
import { timeZoneOf } from "./time-zone";

const BASE_PATH = "/api/auth";
const DAY_SECONDS = 24 * 60 * 60;

/** Whom members may sign in with, as far as it is configured. Linking is by the address, which they must have verified. */
export function providers(): { id: "google" | "oidc"; name: string; provider: Provider }[] {
  const configured: ReturnType<typeof providers> = [];
  const linking = { allowDangerousEmailAccountLinking: true };
  if (env.AUTH_GOOGLE_ID) {
    const provider = Google({ clientId: env.AUTH_GOOGLE_ID, clientSecret: env.AUTH_GOOGLE_SECRET, ...linking });
    configured.push({ id: "google", name: "Google", provider });
  }
  if (env.AUTH_OIDC_ISSUER) {
    const provider: Provider = {
      id: "oidc",
      name: env.AUTH_OIDC_NAME,
      type: "oidc",
      issuer: env.AUTH_OIDC_ISSUER,
      clientId: env.AUTH_OIDC_ID,
      clientSecret: env.AUTH_OIDC_SECRET,
      checks: ["pkce", "state", "nonce"],
      ...linking,
    };
    configured.push({ id: "oidc", name: env.AUTH_OIDC_NAME, provider });
  }
  return configured;
}

function configOf(request: Request | undefined): NextAuthConfig {
  const headers = request?.headers ?? new Headers();
  const cookie = (name: string, maxAge?: number) => ({
    name: cookieName(name),
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure(), maxAge },
  });
  return {
    basePath: BASE_PATH,
    secret: env.AUTH_SECRET,
    trustHost: true,
    useSecureCookies: isSecure(),
    providers: providers().map(({ provider }) => provider),
    adapter: makeAdapter({
      device: deviceOf(headers.get("user-agent")),
      timeZone: timeZoneOf(headers),
      language: languageAsked(headers),
      isCallback: request ? new URL(request.url).pathname.startsWith(`${BASE_PATH}/callback/`) : false,
    }),
    session: { strategy: "database", maxAge: SESSION_DAYS * DAY_SECONDS, updateAge: DAY_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: { ...cookie("throughline.session"), name: sessionCookieName() },
      callbackUrl: cookie("throughline.return"),
      csrfToken: cookie("throughline.csrf"),
      pkceCodeVerifier: cookie("throughline.pkce", 15 * 60),
      state: cookie("throughline.state", 15 * 60),
      nonce: cookie("throughline.nonce", 15 * 60),
    },
    callbacks: {
      signIn({ profile }) {
        const isProved = profile?.email_verified === true && readEmailAddress(profile.email ?? "") !== null;
        return isProved || "/sign-in?error=address_not_verified";
      },
      redirect: ({ url }) => env.APP_URL + safePath(url.startsWith(env.APP_URL) ? url.slice(env.APP_URL.length) : url),
    },
    logger: {
      error: (error) => log.warn({ err: error }, "sign-in with a provider failed"),
      warn: (code) => log.debug({ code }, "next-auth"),
      debug: () => {},
    },
  };
}

const { handlers } = NextAuth((request) => configOf(request));

/** Answers as our public address, whatever the Host header says. */
export async function handleNextAuth(request: Request): Promise<Response> {
  const { NextRequest } = await import("next/server");
  const { pathname, search } = new URL(request.url);
  const asked = new NextRequest(new URL(pathname + search, env.APP_URL), {
    method: request.method,
    headers: request.headers,
    body: request.method === "POST" ? await request.text() : undefined,
  });
  return request.method === "POST" ? handlers.POST(asked) : handlers.GET(asked);
}
