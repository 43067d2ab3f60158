import { type Caller, type Claim, now } from "@/server/domain/_kernel";
import { claimOfSession, personOfSession } from "@/server/domain/access";
import { CLIENT_ADDRESS_HEADER } from "./client-address";
import { readCookie, sessionCookieName } from "./cookie";
import { deviceOf } from "./device";

export { endedSessionCookie, sessionCookieName } from "./cookie";

const TOKEN = /^[\w-]{20,200}$/;

/** Who sends a request: the person whose open session its cookie names, or nobody. Needs the headers only. */
export async function callerOf(headers: Headers): Promise<Caller> {
  const token = tokenOf(headers);
  return proved(token ? await personOfSession(token, now()) : null, aboutOf(headers));
}

/** The same before anybody has looked the session up: a verb on a plan does so itself, on its way in. */
export function claimOf(headers: Headers): Caller | Claim {
  const about = aboutOf(headers);
  const token = tokenOf(headers);
  if (!token) return proved(null, about);
  let proving: Promise<Caller> | undefined;
  return {
    ...about,
    ...claimOfSession(token, now()),
    prove: () => {
      proving ??= personOfSession(token, now()).then((known) => proved(known, about));
      return proving;
    },
  };
}

const proved = (known: Awaited<ReturnType<typeof personOfSession>>, about: ReturnType<typeof aboutOf>): Caller => ({
  personId: known?.personId ?? null,
  sessionId: known?.sessionId ?? null,
  ...about,
});

function tokenOf(headers: Headers): string | null {
  const token = readCookie(headers, sessionCookieName());
  return token && TOKEN.test(token) ? token : null;
}

const aboutOf = (headers: Headers) => ({
  ip: headers.get(CLIENT_ADDRESS_HEADER) ?? lastHop(headers) ?? "unknown",
  device: deviceOf(headers.get("user-agent")),
  requestId: headers.get("x-request-id") ?? undefined,
});

/** Where only Next runs, its own server or the host's proxy says it. */
const lastHop = (headers: Headers) => headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
