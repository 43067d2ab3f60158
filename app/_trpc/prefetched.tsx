"use client";

import { type DehydratedState, HydrationBoundary } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";

/** Takes over what the server has read, written as JSON. */
export function Prefetched({ text, children }: { text: string; children: ReactNode }) {
  const state = useMemo(() => JSON.parse(text) as DehydratedState, [text]);
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>;
}
