const FIRST_SECONDS = 20;
const LONGEST_SECONDS = 2 * 60 * 60;
/** All tries together take some fourteen hours: less than providers remember a key for. */
export const MOST_ATTEMPTS = 16;

/**
 * How long to wait after so many failed tries: twice as long each time, up to two hours, and up to a quarter more so that
 * many mails don't come back at one moment. What the provider asks for is kept to.
 * @param chance from 0 to 1.
 */
export function waitSeconds(attempts: number, chance: number, retryAfterSeconds = 0): number {
  const usual = Math.min(FIRST_SECONDS * 2 ** Math.max(attempts - 1, 0), LONGEST_SECONDS);
  const base = retryAfterSeconds > 0 ? retryAfterSeconds : usual;
  return base + (base / 4) * chance;
}
