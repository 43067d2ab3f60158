import { Temporal } from "temporal-polyfill";
import { groupBy } from "../_kernel";
import { isKnownZone } from "../calendar";
import { mostReminders } from "./cadence";
import type { Neighbour, OwnStep, PlanOfSteps, Recipient, Situation } from "./load";
import { planReminder, type ReminderStep } from "./plan-reminders";

export type Decision = {
  recipient: Recipient;
  zone: string;
  /** What is reminded of: each counts. */
  items: OwnStep[];
  alsoOpen: OwnStep[];
  localDay: string | null;
  nextAt: Date | null;
  /** Reminded of for the last time, or earlier already, and still open. */
  stalled: OwnStep[];
};

/** Whom to send what now, and when to look at each again. Whoever wants no reminders, or has nothing open, is not looked at again. */
export function decide(situation: Situation, at: Date): Decision[] {
  const stepsOfPerson = groupBy(situation.steps, ({ personId }) => personId);
  const neighboursOf = groupBy(situation.neighbours, ({ of }) => of);
  return situation.recipients.map((recipient) => {
    const steps = stepsOfPerson.get(recipient.personId) ?? [];
    // The steps come in the order of their dates: the first names the plan whose calendar the person's day goes by.
    const plan = situation.plans.get(steps[0]?.planId ?? "");
    const zone = zoneOf(recipient, plan);
    const nothing = { recipient, zone, items: [], alsoOpen: [], localDay: null, nextAt: null, stalled: [] };
    if (!plan || !recipient.wantsReminders) return nothing;

    const { sendNow, nextAt, stalled } = planReminder({
      now: Temporal.Instant.fromEpochMilliseconds(at.getTime()),
      zone,
      calendar: { country: plan.country },
      steps: steps.map((step) => reminderStep(step, neighboursOf.get(step.stepId) ?? [])),
      lastSentOn: plainDate(recipient.lastDay),
    });
    const byId = new Map(steps.map((step) => [step.stepId, step]));
    const stepsOf = (named: { stepId: string }[] = []) => named.flatMap(({ stepId }) => byId.get(stepId) ?? []);
    const items = stepsOf(sendNow?.items);
    const isUsedUp = ({ stepId, sent }: OwnStep) =>
      stalled.includes(stepId) || (items.some((item) => item.stepId === stepId) && sent + 1 >= mostReminders);
    return {
      recipient,
      zone,
      items,
      alsoOpen: stepsOf(sendNow?.alsoOpen),
      localDay: sendNow?.localDay.toString() ?? null,
      nextAt: nextAt && new Date(nextAt.epochMilliseconds),
      stalled: steps.filter((step) => step.stalledOn === null && isUsedUp(step)),
    };
  });
}

export function zoneOf(recipient: Recipient, plan: PlanOfSteps | undefined): string {
  if (recipient.timeZone && isKnownZone(recipient.timeZone)) return recipient.timeZone;
  return plan && isKnownZone(plan.timeZone) ? plan.timeZone : "UTC";
}

function reminderStep(step: OwnStep, near: Neighbour[]): ReminderStep {
  const waiting = near.filter((other) => isSomebodyWaiting(other, step) && other.dueOn !== null);
  return {
    id: step.stepId,
    dueOn: plainDate(step.dueOn),
    status: step.status,
    isActionable: !near.some(({ relation }) => relation === "waits_for"),
    remindersSent: step.sent,
    lastRemindedOn: plainDate(step.lastOn),
    scheduledAt: Temporal.Instant.from(step.scheduledAt),
    waitingSince: plainDate(waiting.map(({ dueOn }) => dueOn ?? "").sort()[0] ?? null),
  };
}

/** Somebody else, by name: a role that has nobody yet waits for nothing. */
export const isSomebodyWaiting = ({ relation, ownerId, ownerName }: Neighbour, { participantId }: OwnStep) =>
  relation === "is_waited_for_by" && ownerName !== null && ownerId !== participantId;

const plainDate = (date: string | null) => (date ? Temporal.PlainDate.from(date) : null);
