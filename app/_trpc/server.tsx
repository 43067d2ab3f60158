import "server-only";
import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache, type ReactNode } from "react";
import { contextOf } from "@/server/trpc/context";
import { appRouter } from "@/server/trpc/root";
import { createCallerFactory } from "@/server/trpc/init";
import { makeQueryClient } from "./query-client";
import { refusalOf } from "./refusal";
import { Refusal } from "@/server/domain/_kernel";

const context = cache(async () => contextOf(new Headers(await headers())));
export const getQueryClient = cache(makeQueryClient);

/** Query options for prefetching in server components: the same verbs, without a detour over HTTP. */
export const api = createTRPCOptionsProxy({ ctx: context, router: appRouter, queryClient: getQueryClient });

/** Direct calls from server components. */
export const call = cache(async () => createCallerFactory(appRouter)(await context()));

/** Hands the browser what was prefetched. */
export function Hydrate({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>;
}

/** For pages: nobody signed in goes to the sign-in page, foreign and absent are both not found. */
export async function orNotFound<T>(wanted: Promise<T>, returnTo: string): Promise<T> {
  try {
    return await wanted;
  } catch (error) {
    const cause = (error as { cause?: unknown } | null)?.cause;
    const code = cause instanceof Refusal ? cause.code : refusalOf(error).code;
    if (code === "not_signed_in") redirect(`/sign-in?to=${encodeURIComponent(returnTo)}`);
    if (code === "not_found" || code === "not_allowed" || code === "invalid") notFound();
    throw error;
  }
}
