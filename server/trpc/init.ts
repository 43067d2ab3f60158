import { initTRPC, TRPCError } from "@trpc/server";
import type { Caller, Claim } from "@/server/domain/_kernel";
import { Refusal, type RefusalCode } from "@/server/domain/_kernel";
import { transformer } from "./transformer";

/** `askWho` finds the caller anew, for streams that outlive a session. */
export type Context = { asker: Caller | Claim; requestId: string; askWho: () => Promise<Caller> };

export type RefusalShape = { code: RefusalCode | "unexpected"; details: Refusal["details"] };

const t = initTRPC.context<Context>().create({
  transformer,
  sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
  errorFormatter: ({ shape, error, ctx }) => {
    const refusal = refusalOf(error, ctx?.requestId);
    const { code, httpStatus } = shape.data;
    // An error's own message stays here: a database's holds the statement and its values.
    return { message: refusal.code, code: shape.code, data: { code, httpStatus, refusal } };
  },
});

/** An error that the domain did not foresee tells nothing but where to find it in the log. */
function refusalOf(error: TRPCError, requestId?: string): RefusalShape {
  if (error.cause instanceof Refusal) return { code: error.cause.code, details: error.cause.details };
  if (error.code === "NOT_FOUND") return { code: "not_found", details: {} };
  if (error.code === "BAD_REQUEST" || error.code === "PARSE_ERROR") return { code: "invalid", details: {} };
  return { code: "unexpected", details: { name: requestId } };
}

const statuses: Partial<Record<RefusalCode, TRPCError["code"]>> = {
  not_signed_in: "UNAUTHORIZED",
  not_found: "NOT_FOUND",
  not_allowed: "FORBIDDEN",
  conflict: "CONFLICT",
  invalid: "BAD_REQUEST",
  too_many: "TOO_MANY_REQUESTS",
  other_origin: "FORBIDDEN",
  too_large: "PAYLOAD_TOO_LARGE",
};

/** Turns a domain refusal into tRPC's error; anything else goes on as it is and is answered as unexpected. */
export function asTrpcError(reason: unknown): unknown {
  if (!(reason instanceof Refusal)) return reason;
  return new TRPCError({ code: statuses[reason.code] ?? "UNPROCESSABLE_CONTENT", message: reason.code, cause: reason });
}

export const { router, procedure, createCallerFactory } = t;
