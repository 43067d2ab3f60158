"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { notFound, useParams } from "next/navigation";
import { useTRPC } from "@/app/_trpc/client";

/** The workspace of this address, and as what the reader stands in it. */
export function useWorkspace() {
  const { workspace: slug } = useParams<{ workspace: string }>();
  const { data: self } = useSuspenseQuery(useTRPC().person.me.queryOptions({}));
  const workspace = self.workspaces.find((each) => each.slug === slug) ?? notFound();
  return { self, workspace };
}
