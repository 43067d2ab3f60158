import { type Caller, now } from "@/server/domain/_kernel";
import { personOfSession } from "@/server/domain/access";
import { CLIENT_ADDRESS_HEADER } from "./client-address";
import { readCookie, sessionCookieName } from "./cookie";
import { deviceOf } from "./device";

export { endedSessionCookie, sessionCookieName } from "./cookie";

const TOKEN = /^[\w-]{20,200}$/;

/** Who sends a request: the person whose open session its cookie names, or nobody. Needs the headers only. */
export async function callerOf(headers: Headers): Promise<Caller> {
  const token = readCookie(headers, sessionCookieName());
  const known = token && TOKEN.test(token) ? await personOfSession(token, now()) : null;
  return {
    personId: known?.personId ?? null,
    sessionId: known?.sessionId ?? null,
    ip: headers.get(CLIENT_ADDRESS_HEADER) ?? lastHop(headers) ?? "unknown",
    device: deviceOf(headers.get("user-agent")),
    requestId: headers.get("x-request-id") ?? undefined,
  };
}

/** Where only Next runs, its own server or the host's proxy says it. */
const lastHop = (headers: Headers) => headers.get("x-forwarded-for")?.split(",").at(-1)?.trim();
