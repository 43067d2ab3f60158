"use client";

import { lazy, type ReactNode, Suspense, useSyncExternalStore } from "react";
import type { ExternalToast } from "sonner";

// Most visits show no message, so the library that draws them is fetched with the first one.
const SonnerToaster = lazy(() => import("./toaster"));

let isNeeded = false;
const listeners = new Set<() => void>();

let listReady: () => void;
const whenListIsReady = new Promise<void>((resolve) => {
  listReady = resolve;
});

export type ToastOptions = Pick<ExternalToast, "action" | "description" | "duration" | "id">;

async function show(kind: "message" | "error", words: ReactNode, options?: ToastOptions): Promise<void> {
  isNeeded = true;
  for (const listener of listeners) listener();
  const [{ toast: sonner }] = await Promise.all([import("sonner"), whenListIsReady]);
  sonner[kind](words, options);
}

/** A passing word about what was just done, with Undo as its action; nothing that must be read. */
export const toast = {
  say: (words: ReactNode, options?: ToastOptions) => void show("message", words, options),
  failed: (words: ReactNode, options?: ToastOptions) => void show("error", words, { duration: 8000, ...options }),
};

export function Toaster() {
  const needed = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isNeeded,
    () => false,
  );
  if (!needed) return null;
  return (
    <Suspense>
      <SonnerToaster onReady={listReady} />
    </Suspense>
  );
}
