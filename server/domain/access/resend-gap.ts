const HOUR = 60 * 60 * 1000;
const gaps = [1, 24, 3 * 24, 7 * 24].map((hours) => hours * HOUR);

type Mailed = {
  /** When the last mail of this invitation went out, by a person's hand or as a reminder of it. */
  mailedAt: Date | null;
  /** How often a person has sent it again. */
  resends: number;
};

/** From when an invitation may be sent again: an hour after the first mail, then a day, three days and a week after the last. */
export function resendAt({ mailedAt, resends }: Mailed): Date | null {
  if (!mailedAt) return null;
  const gap = gaps[Math.min(Math.max(resends, 0), gaps.length - 1)] ?? HOUR;
  return new Date(mailedAt.getTime() + gap);
}
