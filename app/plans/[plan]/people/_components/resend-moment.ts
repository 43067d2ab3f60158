"use client";

import { useNow, useTimeZone } from "next-intl";
import { localMoment } from "@/app/_components/ui/plain-date";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import type { Participant } from "@/server/domain/participant/schemas";

/** From when an invitation may be sent again, in words; null when it may be now. */
export function useResendMoment(): (person: Participant) => string | null {
  const now = useNow();
  const dates = useDateWords();
  const timeZone = useTimeZone() ?? "UTC";
  return ({ resendAt }) => {
    if (!resendAt || resendAt <= now) return null;
    const from = localMoment(resendAt, timeZone);
    const today = localMoment(now, timeZone).date;
    return from.date === today ? from.time : dates.day(from.date, today);
  };
}
