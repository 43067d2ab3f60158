import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { env } from "@/server/env";

/** The one clock. Tests move it for all processes at once through a file that holds an offset in milliseconds. */
export function now(): Date {
  return new Date(Date.now() + offset());
}

export const todayIn = (zone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();

function offset(): number {
  if (!env.CLOCK_FILE) return 0;
  try {
    return Number(readFileSync(env.CLOCK_FILE, "utf8")) || 0;
  } catch {
    return 0;
  }
}
