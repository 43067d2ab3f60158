"use client";

import { useSearchParams } from "next/navigation";

/** Whose details are open is in the address, so that a link to them can be mailed and Back closes them. */
export function useOpenPerson() {
  const openId = useSearchParams().get("person");
  const open = (id: string) => window.history.pushState(null, "", `?person=${id}`);
  const close = () => window.history.pushState(null, "", window.location.pathname);
  return { openId, open, close };
}
