import { callerOf, claimOf } from "@/server/auth/session";
import type { Context } from "./init";

export async function contextOf(headers: Headers): Promise<Context> {
  const requestId = headers.get("x-request-id") ?? crypto.randomUUID();
  return { asker: { ...claimOf(headers), requestId }, requestId, askWho: () => callerOf(headers) };
}
