"use client";

import { useEffect } from "react";

declare global {
  interface Window {
    earlyActs?: { takeOver(): void };
  }
}

/** Does what was pressed and typed before the page was alive, once all of it is. */
export function TakeOver() {
  useEffect(() => window.earlyActs?.takeOver(), []);
  return null;
}
