import { AsyncLocalStorage } from "node:async_hooks";
import { readFileSync } from "node:fs";
import { Temporal } from "temporal-polyfill";
import { env } from "@/server/env";

/** The one clock. Tests move it for all processes at once through a file that holds an offset in milliseconds. */
export function now(): Date {
  return told.getStore() ?? new Date(Date.now() + offset());
}

const told = new AsyncLocalStorage<Date>();

/** Does something as if it were that moment: how the demo's past came about, and a simulation's years. */
export const at = <T>(moment: Date, act: () => Promise<T>): Promise<T> => told.run(moment, act);

/** The date on the wall in a zone. One that this runtime doesn't know, though another did, counts as UTC. */
export function todayIn(zone: string, at: Date): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
  try {
    return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
  } catch {
    return instant.toZonedDateTimeISO("UTC").toPlainDate().toString();
  }
}

function offset(): number {
  if (!env.CLOCK_FILE) return 0;
  try {
    return Number(readFileSync(env.CLOCK_FILE, "utf8")) || 0;
  } catch {
    return 0;
  }
}
