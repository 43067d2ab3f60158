import { Temporal } from "temporal-polyfill";
import { isKnownZone } from "../calendar";

export type When = { dueOn: string; startsAt: string; minutes: number; timeZone: string };

/** From when to when a meeting lasts. A time that the clock skips is taken as much later as the clock jumps. */
export function spanOf({ dueOn, startsAt, minutes, timeZone }: When): { start: Date; end: Date } {
  const begins = Temporal.PlainDate.from(dueOn).toZonedDateTime({
    timeZone: isKnownZone(timeZone) ? timeZone : "UTC",
    plainTime: Temporal.PlainTime.from(startsAt),
  });
  const start = begins.epochMilliseconds;
  return { start: new Date(start), end: new Date(start + minutes * 60_000) };
}
