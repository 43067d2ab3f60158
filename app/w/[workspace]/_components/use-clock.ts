"use client";

import { useNow } from "next-intl";

/** The moment that the page was asked for, going on by the minute while it stays open. */
export const useClock = () => useNow({ updateInterval: 60_000 });
