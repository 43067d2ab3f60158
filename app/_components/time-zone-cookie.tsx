"use client";

import { useEffect } from "react";
import { timeZoneCookie } from "@/app/_i18n/locales";
import { rememberChoice } from "./remember-choice";

/** Tells the server which zone the reader's clock is in, so that times are drawn in it from the next page on. */
export function TimeZoneCookie({ rendered }: { rendered: string }) {
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (own && own !== rendered) rememberChoice(timeZoneCookie, own);
  }, [rendered]);
  return null;
}
