import { Temporal } from "temporal-polyfill";
import { groupBy, now, type Tx, todayIn } from "../_kernel";
import { eveningOf } from "../calendar";
import { stillRaised, type ToldIn, takeBackRaised, toldKey } from "./escalate";
import { loadSituations, type OwnStep, type Situation } from "./load";
import { FrozenReminder } from "./props";

export type QueuedReminder = {
  id: string;
  workspaceId: string | null;
  personId: string | null;
  to: string;
  props: unknown;
};
export type Verdict = { skip: string } | { props: FrozenReminder };

/**
 * Looks again before reminders leave: what they say must still hold. Steps that are done, rescheduled, given away, blocked, waiting
 * for others by now or no longer theirs to see are taken out, and so is the name of whoever left; without any left that it was made for it is not sent:
 * what is named beside them has days of its own.
 */
export async function recheckReminders(
  tx: Tx,
  mails: QueuedReminder[],
  at: Date = now(),
): Promise<Map<string, Verdict>> {
  const ofTenants = groupBy(
    mails.filter(({ workspaceId }) => workspaceId !== null),
    ({ workspaceId }) => workspaceId ?? "",
  );
  const situations = await loadSituations(
    tx,
    [...ofTenants].map(([workspaceId, theirs]) => ({
      workspaceId,
      personIds: theirs.flatMap(({ personId }) => personId ?? []),
    })),
  );
  const verdicts = new Map<string, Verdict>();
  for (const situation of situations) {
    const mails = ofTenants.get(situation.workspaceId) ?? [];
    const judged = mails.map((mail) => ({ mail, verdict: judge(mail, situation, at) }));
    const still = await stillRaised(tx, situation.workspaceId, mails.flatMap(raisedIn));
    for (const { mail, verdict } of judged) verdicts.set(mail.id, withoutSettled(mail, verdict, still));
  }
  return verdicts;
}

/** What was raised and has been dealt with meanwhile, or is no longer its reader's, is not told. */
function withoutSettled(mail: QueuedReminder, verdict: Verdict, still: Set<string>): Verdict {
  if ("skip" in verdict) return verdict;
  const raised = verdict.props.raised.filter(({ stepId }) => still.has(toldKey(mail.id, stepId)));
  return { props: { ...verdict.props, raised } };
}

/** Of reminders that were dealt with, with what they said if they left: what they were to raise and did not may be raised again. */
export async function noteUnsaid(tx: Tx, mails: (QueuedReminder & { said: unknown })[]): Promise<void> {
  const untold = mails.flatMap(({ said, ...mail }) => {
    const told = new Set(FrozenReminder.safeParse(said).data?.raised.map(({ stepId }) => stepId));
    return raisedIn(mail).flatMap(({ stepId, today }) =>
      told.has(stepId) || !mail.workspaceId ? [] : [{ workspaceId: mail.workspaceId, stepId, today }],
    );
  });
  await takeBackRaised(tx, untold);
}

function raisedIn({ id: mailId, personId, props }: QueuedReminder): ToldIn[] {
  const frozen = FrozenReminder.safeParse(props);
  if (!frozen.success || !personId) return [];
  const { today, raised } = frozen.data;
  return raised.map(({ stepId, ownerId, dueOn }) => ({ mailId, personId, today, stepId, ownerId, dueOn }));
}

const isEvening = ({ today, zone }: FrozenReminder, at: Date) =>
  at.getTime() >= eveningOf(Temporal.PlainDate.from(today), zone).epochMilliseconds;

function judge(mail: QueuedReminder, situation: Situation, at: Date): Verdict {
  const { recipients, steps, neighbours, holds } = situation;
  const frozen = FrozenReminder.safeParse(mail.props);
  if (!frozen.success) return { skip: "its props are not a reminder's" };
  const { data: props } = frozen;
  const recipient = recipients.find(({ personId }) => personId === mail.personId);
  if (!recipient) return { skip: "the person is gone" };
  if (!recipient.wantsReminders) return { skip: "the person wants no reminders" };
  if (recipient.email !== mail.to) return { skip: "the person's address has changed" };
  if (todayIn(props.zone, at) !== props.today) return { skip: "its day is over" };
  if (isEvening(props, at)) return { skip: "its working day is over" };

  const mine = new Map(
    steps.filter(({ personId }) => personId === mail.personId).map((step) => [step.stepId, step] as const),
  );
  const isPutAside = ({ participantId, zone, snoozedUntil }: OwnStep) =>
    (snoozedUntil !== null && snoozedUntil > props.today) ||
    holds.some((hold) => hold.participantId === participantId && hold.zone === zone && hold.localDay === props.today);
  const isHeldUp = new Set(neighbours.flatMap(({ of, relation }) => (relation === "waits_for" ? [of] : [])));
  const still = props.steps.filter(({ stepId, dueOn }) => {
    const step = mine.get(stepId);
    return step && step.dueOn === dueOn && step.status !== "blocked" && !isHeldUp.has(stepId) && !isPutAside(step);
  });
  if (!still.some(({ isReminded }) => isReminded)) {
    return {
      skip: "nothing that it was made for is open, theirs, due as it says, and neither put off, held, blocked nor waiting",
    };
  }

  const near = new Map(neighbours.filter(({ of }) => mine.has(of)).map(({ stepId, ownerName }) => [stepId, ownerName]));
  const asNow = <Near extends { stepId: string }>(other: Near) => ({ ...other, name: near.get(other.stepId) });
  return {
    props: {
      ...props,
      steps: still.map((step) => ({ ...step, waiting: step.waiting.map(asNow).filter(({ name }) => name) })),
      waitingFor: props.waitingFor.filter(({ stepId }) => near.has(stepId)).map(asNow),
    },
  };
}
