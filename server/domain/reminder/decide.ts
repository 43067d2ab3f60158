import { Temporal } from "temporal-polyfill";
import { groupBy } from "../_kernel";
import { morningZone } from "../calendar";
import type { Neighbour, OwnStep, Recipient, Situation } from "./load";
import { planReminder } from "./plan-reminders";
import { plainDate, reminderStep } from "./step-of";

export type Decision = {
  recipient: Recipient;
  zone: string;
  /** What is reminded of: each counts. */
  items: OwnStep[];
  /** Which of them for the last time. */
  last: string[];
  alsoOpen: OwnStep[];
  localDay: string | null;
  nextAt: Date | null;
  /** Reminded of for the last time, or earlier already, and still open. */
  stalled: OwnStep[];
};

/** Whom to send what now, and when to look at each again. Whoever wants no reminders, or has nothing open, is not looked at again. */
export function decide(situation: Situation, at: Date): Decision[] {
  const stepsOfPerson = groupBy(situation.steps, ({ personId }) => personId);
  const planningOf = plannerOf(situation);
  return situation.recipients.map((recipient) => {
    const steps = stepsOfPerson.get(recipient.personId) ?? [];
    // The steps come in the order of their dates: the first names the plan whose calendar the person's day goes by.
    const plan = situation.plans.get(steps[0]?.planId ?? "");
    const zone = plan ? morningZone(recipient.timeZone, recipient.email, plan) : "UTC";
    const nothing = { recipient, zone, items: [], last: [], alsoOpen: [], localDay: null, nextAt: null, stalled: [] };
    if (!plan || !recipient.wantsReminders) return nothing;

    const now = Temporal.Instant.fromEpochMilliseconds(at.getTime());
    const today = now.toZonedDateTimeISO(zone).toPlainDate().toString();
    const { sendNow, nextAt, stalled } = planReminder({
      now,
      zone,
      calendar: { country: plan.country },
      steps: steps.map((step) => planningOf(step, today)),
      lastSentOn: plainDate(recipient.lastDay),
    });
    const byId = new Map(steps.map((step) => [step.stepId, step]));
    const stepsOf = (named: { stepId: string }[] = []) => named.flatMap(({ stepId }) => byId.get(stepId) ?? []);
    return {
      recipient,
      zone,
      items: stepsOf(sendNow?.items),
      last: sendNow?.last ?? [],
      alsoOpen: stepsOf(sendNow?.alsoOpen),
      localDay: sendNow?.localDay.toString() ?? null,
      nextAt: nextAt && new Date(nextAt.epochMilliseconds),
      stalled: steps.filter(
        (step) => stalled.includes(step.stepId) && (step.stalledOn === null || sendNow?.last.includes(step.stepId)),
      ),
    };
  });
}

function plannerOf({ neighbours, holds, plans, cadences }: Situation) {
  const neighboursOf = groupBy(neighbours, ({ of }) => of);
  const holdsOf = groupBy(holds, ({ participantId }) => participantId);
  return (step: OwnStep, today: string) => {
    const near = neighboursOf.get(step.stepId) ?? [];
    return reminderStep(step, {
      isHeldUp: near.some(({ relation }) => relation === "waits_for"),
      waiting: near.filter((other) => isSomebodyWaiting(other, step)).map(({ dueOn }) => dueOn),
      heldOn: (holdsOf.get(step.participantId) ?? []).flatMap(({ zone, localDay }) =>
        zone === step.zone && localDay <= today ? [localDay] : [],
      ),
      templateKey: plans.get(step.planId)?.templateKey ?? null,
      cadences,
    });
  };
}

/** Somebody else, by name: a role that has nobody yet waits for nothing. */
export const isSomebodyWaiting = ({ relation, ownerId, ownerName }: Neighbour, { participantId }: OwnStep) =>
  relation === "is_waited_for_by" && ownerName !== null && ownerId !== participantId;
