import { callerOf } from "@/server/auth/session";
import type { Context } from "./init";

export async function contextOf(headers: Headers): Promise<Context> {
  const requestId = headers.get("x-request-id") ?? crypto.randomUUID();
  const caller = await callerOf(headers);
  return { caller: { ...caller, requestId }, requestId, askWho: () => callerOf(headers) };
}
