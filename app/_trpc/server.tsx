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

type HydrateProps = { queries: readonly { queryKey: QueryKey }[]; children: ReactNode };

/**
 * Hands the browser what was read for these queries, as one text: React would walk every row of it on its way there. A page
 * names its own and not its layout's, which are on their way already.
 */
export function Hydrate({ queries, children }: HydrateProps) {
  const client = getQueryClient();
  const wanted = new Set(queries.map(({ queryKey }) => client.getQueryCache().find({ queryKey })));
  const state = dehydrate(client, {
    serializeData: transformer.serialize,
    shouldDehydrateQuery: (query) => query.state.status === "success" && wanted.has(query),
  });
  return <Prefetched text={JSON.stringify(state)}>{children}</Prefetched>;
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
