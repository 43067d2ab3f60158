"use client";

import { type ReactNode, useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * For rows that nobody waits for: the server draws only their places, which is what drawing a page costs most, and the browser
 * draws them as soon as it runs, out of what the page brought along.
 */
export function InBrowser({ places, children }: { places: ReactNode; children: () => ReactNode }) {
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return isInBrowser ? children() : places;
}
