/** Of one workspace within seven days. */
export type MailCounts = { sent: number; bounced: number; complained: number };

/** One bounce of three says nothing about a list of addresses; nor does one complaint of fifty. */
const FEWEST_MAILS = 50;
const FEWEST_COMPLAINTS = 2;
const MOST_BOUNCED = 0.04;
const MOST_COMPLAINED = 0.003;

/** Whether so many come back or are unwanted that providers would soon hold it against everybody's mail. */
export function mustPause({ sent, bounced, complained }: MailCounts): boolean {
  if (sent < FEWEST_MAILS) return false;
  return bounced / sent > MOST_BOUNCED || (complained >= FEWEST_COMPLAINTS && complained / sent > MOST_COMPLAINED);
}
