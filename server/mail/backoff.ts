const FIRST_SECONDS = 20;
const LONGEST_SECONDS = 2 * 60 * 60;
/** Counted from the first try that may have been taken: less than providers remember a key for. */
export const MOST_HOURS_TRIED = 14;

/** A mail that the provider has turned away unread is not tried for longer than this: what it says has been overtaken. */
export const MOST_DAYS_TURNED_AWAY = 3;

/**
 * How long to wait after so many failed tries: twice as long each time, up to two hours, and up to a quarter more so that
 * many mails don't come back at one moment. Never less than the provider asks for; in a storm of refusals its second is too short.
 * @param chance from 0 to 1.
 */
export function waitSeconds(attempts: number, chance: number, retryAfterSeconds = 0): number {
  const usual = Math.min(FIRST_SECONDS * 2 ** Math.max(attempts - 1, 0), LONGEST_SECONDS);
  const base = Math.max(retryAfterSeconds, usual);
  return base + (base / 4) * chance;
}
