"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import type { Home } from "@/server/domain/person/schemas";

/** The shell's stream has it read anew when something moves. Whoever comes back to it sees another day, perhaps. */
export function useHome(): Home {
  const options = useTRPC().person.home.queryOptions({});
  return useSuspenseQuery({ ...options, refetchOnWindowFocus: "always" }).data;
}
