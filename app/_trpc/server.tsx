import "server-only";
import { dehydrate, type QueryKey } from "@tanstack/react-query";
import { TRPCError } from "@trpc/server";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { contextOf } from "@/server/trpc/context";
import { createCallerFactory } from "@/server/trpc/init";
import { appRouter } from "@/server/trpc/root";
import { transformer } from "@/server/trpc/transformer";
import { Prefetched } from "./prefetched";
import { makeQueryClient } from "./query-client";

const context = cache(async () => contextOf(new Headers(await headers())));
export const getQueryClient = cache(makeQueryClient);

/** Query options for prefetching in server components: the same verbs, without a detour over HTTP. */
export const api = createTRPCOptionsProxy({ ctx: context, router: appRouter, queryClient: getQueryClient });

/** Direct calls from server components. */
export const call = cache(async () => createCallerFactory(appRouter)(await context()));

type Queries = readonly { queryKey: QueryKey }[];
type HydrateProps = {
  queries: Queries;
  /** What the page is drawn without while it is not there. */
  extras?: Queries;
  children: ReactNode;
};

/**
 * Hands the browser what was read for these queries, as one text: React would walk every row of it on its way there. A page
 * names its own and not its layout's, which are on their way already. Where one of them failed the error page shows at once:
 * the browser would ask again and again first, with nothing to show meanwhile.
 */
export function Hydrate({ queries, extras = [], children }: HydrateProps) {
  const client = getQueryClient();
  const readOf = ({ queryKey }: Queries[number]) => client.getQueryCache().find({ queryKey });
  const failed = queries.map(readOf).find((query) => isUnforeseen(query?.state.error));
  if (failed) throw failed.state.error;
  const wanted = new Set([...queries, ...extras].map(readOf));
  const state = dehydrate(client, {
    serializeData: transformer.serialize,
    shouldDehydrateQuery: (query) => query.state.status === "success" && wanted.has(query),
  });
  return <Prefetched text={JSON.stringify(state)}>{children}</Prefetched>;
}

/** What the domain refuses is told where it is drawn. */
function isUnforeseen(error: unknown): boolean {
  return error instanceof Error && !(error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR");
}

/** For pages: nobody signed in goes to the sign-in page, foreign and absent are both not found. */
export async function orNotFound<T>(wanted: Promise<T>, returnTo: string): Promise<T> {
  try {
    return await wanted;
  } catch (error) {
    const code = error instanceof TRPCError ? error.code : null;
    if (code === "UNAUTHORIZED") redirect(`/sign-in?to=${encodeURIComponent(returnTo)}`);
    if (code === "NOT_FOUND" || code === "FORBIDDEN" || code === "BAD_REQUEST") notFound();
    throw error;
  }
}
