import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { log } from "@/server/log";
import { contextOf } from "./context";
import { isOwnOrigin } from "./origin";
import { appRouter } from "./root";

export const TRPC_PATH = "/api/trpc";
const MAX_BATCH = 12;

/** The whole API as one function of the fetch standard: mounted in front of Next, and in Next's own route for hosts without it. */
export async function handleTrpc(request: Request): Promise<Response> {
  if (request.method === "POST" && !isOwnOrigin(request.headers)) {
    return Response.json({ error: { message: "other_origin" } }, { status: 403 });
  }
  return fetchRequestHandler({
    endpoint: TRPC_PATH,
    req: request,
    router: appRouter,
    maxBatchSize: MAX_BATCH,
    createContext: () => contextOf(request.headers),
    responseMeta: () => ({ headers: new Headers({ "cache-control": "no-store" }) }),
    onError: ({ error, path, ctx }) => {
      if (error.code === "INTERNAL_SERVER_ERROR")
        log.error({ err: error.cause ?? error, path, requestId: ctx?.requestId }, "unexpected");
    },
  });
}
