import { QueryClient } from "@tanstack/react-query";
import superjson from "superjson";
import { refusalOf } from "./refusal";
import { keepSame } from "./share";

const inBrowser = typeof window !== "undefined";

/** One per browser, one per request on the server. What the server prefetched counts as fresh for a while. */
export function makeQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        structuralSharing: keepSame,
        retry: (tries, error) => inBrowser && tries < 2 && refusalOf(error).code === "unexpected",
      },
      mutations: { retry: (tries, error) => tries < 3 && isLostAnswer(error), retryDelay: (tries) => 400 * 2 ** tries },
      // What comes from the page was parsed for this alone, so it need not be copied.
      hydrate: { deserializeData: (data) => superjson.deserialize(data, { inPlace: true }) },
    },
  });
}

/** No answer came at all. A mutation carries its id, so sending it again can't apply it twice. */
const isLostAnswer = (error: unknown) => inBrowser && refusalOf(error).code === "unexpected" && !hasAnswer(error);

const hasAnswer = (error: unknown) =>
  typeof error === "object" && error !== null && "data" in error && Boolean(error.data);
