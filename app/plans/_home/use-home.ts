"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import type { Home } from "@/server/domain/person/schemas";

/** A stream follows single plans; what spans them all is asked for again while somebody looks. */
const lookAgainMs = 20_000;

export function useHome(): Home {
  const options = useTRPC().person.home.queryOptions({});
  const { data } = useSuspenseQuery({ ...options, refetchInterval: lookAgainMs, refetchOnWindowFocus: "always" });
  return data;
}
