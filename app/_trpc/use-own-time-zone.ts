"use client";

import { useEffect } from "react";
import { useTRPCClient } from "./client";

/** Reminders go out in the reader's own morning: the first visit, wherever it is, says where that is. */
export function useOwnTimeZone(known: string | null): void {
  const client = useTRPCClient();
  useEffect(() => {
    if (known !== null) return;
    const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (timeZone) client.person.edit.mutate({ timeZone }).catch(() => {});
  }, [known, client]);
}
