import { type SQL, sql } from "drizzle-orm";
import { log } from "@/server/log";
import { isAbsence } from "./absence";
import { now } from "./clock";

const FIRST_MS = 5 * 60_000;
const LONGEST_MS = 6 * 60 * 60_000;

/**
 * What failed in a round of work waits, each time twice as long, and the rest goes on. Every process counts for itself: a new one
 * tries once.
 */
export function setAside(failed: string) {
  const troubles = new Map<string, { times: number; until: number }>();
  return {
    /** @returns when to try it again. @throws what is nobody's own trouble: a database that is away. */
    note(key: string, reason: unknown, about: Record<string, unknown>): Date {
      if (isAbsence(reason)) throw reason;
      const times = (troubles.get(key)?.times ?? 0) + 1;
      const until = now().getTime() + Math.min(FIRST_MS * 2 ** (times - 1), LONGEST_MS);
      forgetOld(troubles);
      troubles.set(key, { times, until });
      log.error({ err: reason, ...about, times, again: new Date(until) }, failed);
      return new Date(until);
    },
    /** How often it has failed since it last went well. */
    timesOf: (key: string): number => troubles.get(key)?.times ?? 0,
    clear(key: string): void {
      troubles.delete(key);
    },
    /** What is not to be tried yet. */
    keys(): string[] {
      const at = now().getTime();
      return [...troubles].flatMap(([key, { until }]) => (until > at ? [key] : []));
    },
  };
}

/** Leaves them out where the next are looked for: they would stand before the others. */
export const isNoneOf = (key: SQL, keys: readonly string[]): SQL =>
  sql`${key} not in (select jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb))`;

/** What has not failed again for long after its time is done, or is somebody else's. */
function forgetOld(troubles: Map<string, { until: number }>) {
  const old = now().getTime() - 2 * LONGEST_MS;
  for (const [key, { until }] of troubles) if (until < old) troubles.delete(key);
}
