"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { timeZoneCookie } from "@/app/_i18n/locales";
import { rememberChoice } from "./remember-choice";

/** Tells the server which zone the reader's clock is in, so that times are drawn in it from the next request on. */
export function TimeZoneCookie({ rendered }: { rendered: string }) {
  const router = useRouter();
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!own || own === rendered || document.cookie.includes(`${timeZoneCookie}=${encodeURIComponent(own)}`)) return;
    rememberChoice(timeZoneCookie, own);
    router.refresh();
  }, [rendered, router]);
  return null;
}
