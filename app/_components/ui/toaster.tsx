"use client";

import { CircleAlert } from "lucide-react";
import { useEffect } from "react";
import { Toaster as Sonner } from "sonner";

/** The drawn list of messages. Mounted by `Toaster` when there is a first one. */
export default function SonnerToaster({ onReady }: { onReady: () => void }) {
  // Runs after the list below it has subscribed: what is said before that would be lost.
  useEffect(onReady, [onReady]);
  return (
    <Sonner
      position="bottom-center"
      style={{ fontFamily: "inherit" }}
      icons={{ error: <CircleAlert size={16} className="text-bad" aria-hidden="true" /> }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-lg border border-line bg-surface px-4 py-3 text-sm text-ink shadow-float",
          content: "min-w-0 flex-1",
          title: "font-medium",
          description: "text-ink-2",
          actionButton: "shrink-0 rounded-md px-2 py-1 font-medium text-accent hover:bg-accent-ground",
        },
      }}
    />
  );
}
