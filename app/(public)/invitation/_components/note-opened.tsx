"use client";

import { useEffect } from "react";

const signs = ["pointermove", "pointerdown", "keydown", "touchstart", "scroll"] as const;

/**
 * Says once that a person has the invitation open. Mail scanners fetch pages and run their scripts too, but nobody moves on what
 * they open: the first sign of a hand on a page that can be seen is what counts.
 */
export function NoteOpened({ token }: { token: string }) {
  useEffect(() => {
    const stop = () => {
      for (const sign of signs) window.removeEventListener(sign, note);
    };
    const note = (event: Event) => {
      if (!event.isTrusted || document.visibilityState !== "visible") return;
      stop();
      // Whether it arrives matters to nobody on this page.
      void fetch("/api/access/invitation-opened", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token }),
        keepalive: true,
      }).catch(() => {});
    };
    for (const sign of signs) window.addEventListener(sign, note, { passive: true });
    return stop;
  }, [token]);
  return null;
}
