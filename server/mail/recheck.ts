import type { Tx } from "../domain/_kernel";
import { recheckInvitations } from "../domain/access";
import { recheckDigests, recheckNotices } from "../domain/notification";
import { recheckReminders } from "../domain/reminder";
import type { QueuedMail } from "./claim";

/** `waitsUntil` is the morning of a reader who would get it at night. */
export type Verdict = { skip: string } | { props: Record<string, unknown>; waitsUntil?: Date | null };

/** What has become of mails since they were queued: those that no longer hold are not sent, others lose what was overtaken. */
export async function recheck(tx: Tx, mails: QueuedMail[], at: Date): Promise<Map<string, Verdict>> {
  const of = (template: string) => mails.filter((mail) => mail.template === template);
  return new Map<string, Verdict>([
    ...(await recheckReminders(tx, of("step-reminder"), at)),
    ...(await recheckInvitations(tx, mails.filter(isInvitation))),
    ...(await recheckNotices(tx, of("notification"), at)),
    ...(await recheckDigests(tx, of("digest"), at)),
  ]);
}

const isInvitation = ({ template }: QueuedMail) => /^(workspace-)?invitation(-reminder)?$/.test(template);
