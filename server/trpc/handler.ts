import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { type RefusalCode, refused } from "@/server/domain/_kernel";
import { log } from "@/server/log";
import { contextOf } from "./context";
import { asTrpcError } from "./init";
import { isOwnOrigin } from "./origin";
import { appRouter } from "./root";

export const TRPC_PATH = "/api/trpc";
const MAX_BATCH = 12;

/** The whole API as one function of the fetch standard: mounted in front of Next, and in Next's own route for hosts without it. */
export function handleTrpc(request: Request): Promise<Response> {
  const isForeign = request.method === "POST" && !isOwnOrigin(request.headers);
  return answer(request, isForeign ? "other_origin" : undefined);
}

/** For a request of which there is too much to read it: what it asked for is refused as the API refuses. */
export const refuseTooLarge = (request: Request): Promise<Response> => answer(request, "too_large");

function answer(request: Request, refusal?: RefusalCode): Promise<Response> {
  return fetchRequestHandler({
    endpoint: TRPC_PATH,
    req: request,
    router: appRouter,
    maxBatchSize: MAX_BATCH,
    // Nothing is looked up, read or done without a context.
    createContext: () => {
      if (refusal) throw asTrpcError(refused(refusal));
      return contextOf(request.headers);
    },
    responseMeta: () => ({ headers: new Headers({ "cache-control": "no-store" }) }),
    onError: ({ error, path, ctx }) => {
      if (error.code === "INTERNAL_SERVER_ERROR")
        log.error({ err: error.cause ?? error, path, requestId: ctx?.requestId }, "unexpected");
    },
  });
}
