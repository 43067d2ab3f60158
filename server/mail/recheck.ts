import type { Tx } from "../domain/_kernel";
import { recheckInvitations, recheckUnanswered } from "../domain/access";
import { recheckMeetings } from "../domain/meeting";
import { recheckDigests, recheckNotices } from "../domain/notification";
import { noteUnsaid, recheckReminders } from "../domain/reminder";
import type { QueuedMail } from "./claim";
import type { Outcome } from "./settle";

/** `waitsUntil` is the morning of a reader who would get it at night. */
export type Verdict = { skip: string } | { props: Record<string, unknown>; waitsUntil?: Date | null };

/** What has become of mails since they were queued: those that no longer hold are not sent, others lose what was overtaken. */
export async function recheck(tx: Tx, mails: QueuedMail[], at: Date): Promise<Map<string, Verdict>> {
  const of = (template: string) => mails.filter((mail) => mail.template === template);
  return new Map<string, Verdict>([
    ...(await recheckReminders(tx, of("step-reminder"), at)),
    ...(await recheckInvitations(tx, mails.filter(isInvitation))),
    ...(await recheckUnanswered(tx, of("invitation-unanswered"), at)),
    ...(await recheckNotices(tx, of("notification"), at)),
    ...(await recheckDigests(tx, of("digest"), at)),
    ...(await recheckMeetings(tx, of("meeting"), at)),
  ]);
}

/** A reminder that did not leave, or left without something, said less than was counted on. */
export async function afterwards(tx: Tx, mails: QueuedMail[], outcomes: Outcome[], verdicts: Map<string, Verdict>) {
  const states = new Map(outcomes.map(({ id, state }) => [id, state]));
  const dealtWith = mails.filter(({ id, template }) => template === "step-reminder" && states.get(id) !== "queued");
  const saidIn = (id: string) => {
    const verdict = verdicts.get(id);
    return states.get(id) === "sent" && verdict && "props" in verdict ? verdict.props : null;
  };
  await noteUnsaid(
    tx,
    dealtWith.map((mail) => ({ ...mail, said: saidIn(mail.id) })),
  );
}

const isInvitation = ({ template }: QueuedMail) => /^(workspace-)?invitation(-reminder)?$/.test(template);
