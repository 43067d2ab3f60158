import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { env } from "@/server/env";
import { preferencesLink, stepLink, todayIn, unsubscribeLink } from "../_kernel";
import { may, planStanding } from "../_kernel/permissions";
import { type Decision, isSomebodyWaiting } from "./decide";
import type { Raised } from "./escalate";
import type { OwnStep, Situation } from "./load";
import { mostReminders } from "./schemas";
import { type MilestoneCount, stopsOf } from "./stops";

export const TEMPLATE = "step-reminder";
const WAITED_FOR_WITHIN_DAYS = 7;

/** What a queued reminder says of itself, for looking again before it leaves. The template reads the rest. */
export const FrozenReminder = z.looseObject({
  today: z.string(),
  zone: z.string(),
  steps: z.array(
    z.looseObject({
      stepId: z.string(),
      planId: z.string(),
      dueOn: z.string().nullable(),
      /** Its reminder was due; the others are named beside it. */
      isReminded: z.boolean().default(true),
      waiting: z.array(z.looseObject({ stepId: z.string() })),
    }),
  ),
  waitingFor: z.array(z.looseObject({ stepId: z.string(), planId: z.string().optional() })),
  raised: z
    .array(z.looseObject({ stepId: z.string(), planId: z.string().optional(), ownerId: z.string(), dueOn: z.string() }))
    .default([]),
});
export type FrozenReminder = z.infer<typeof FrozenReminder>;

/** A reminder's props, all of them fixed now: the steps that it is about first, then what else is open. */
export function propsOf(
  decision: Decision,
  situation: Situation,
  milestones: MilestoneCount[],
  raised: Raised[],
  at: Date,
): FrozenReminder {
  const { workspaceId } = situation;
  const { recipient, items, alsoOpen, zone } = decision;
  const today = decision.localDay ?? todayIn(zone, at);
  const own = { workspaceId, personId: recipient.personId };
  const listed = [...items, ...alsoOpen];
  const involved = new Map(listed.map((step) => [step.planId, step.side]));
  const mine = situation.steps.filter(({ personId }) => personId === recipient.personId);
  return {
    name: recipient.name,
    workspaceName: recipient.workspaceName,
    today,
    zone,
    steps: listed.map((step) => ({
      stepId: step.stepId,
      planId: step.planId,
      title: step.title,
      planTitle: situation.plans.get(step.planId)?.title ?? "",
      dueOn: step.dueOn,
      zone: step.zone,
      waiting: waitersOn(situation, step).map(({ stepId, ownerName, title }) => ({
        stepId,
        name: ownerName,
        title,
      })),
      isReminded: items.includes(step),
      isLast: decision.last.includes(step.stepId),
      kind: step.kind,
      ...(may(planStanding(step.side, step.role), "step.edit") && linksOf({ workspaceId, ...step }, at)),
      ...(step.sent + (items.includes(step) ? 1 : 0) >= mostReminders && { laterUrl: null }),
      openUrl: openUrl(step),
    })),
    waitingFor: waitedFor(situation, mine, today).map(({ stepId, ownerName, title, dueOn, planId }) => ({
      stepId,
      planId,
      name: ownerName,
      title,
      dueOn,
      openUrl: openUrl({ planId, stepId }),
    })),
    raised: raised.map(({ planId, stepId, ownerId, ownerName, title, dueOn }) => ({
      stepId,
      planId,
      ownerId,
      name: ownerName,
      title,
      dueOn,
      openUrl: openUrl({ planId, stepId }),
    })),
    plans: [...involved].flatMap(([planId, side]) => {
      const plan = situation.plans.get(planId);
      if (!plan) return [];
      const { title, customerName, decidesOn } = plan;
      const stops = stopsOf(milestones, planId, side);
      return [{ title, customerName, url: `${env.APP_URL}/plans/${planId}`, decisionOn: decidesOn, stops }];
    }),
    preferencesUrl: preferencesLink(own, at),
    unsubscribeUrl: unsubscribeLink(own, { from: "reminders" }),
    homeUrl: `${env.APP_URL}/plans`,
  };
}

type Own = OwnStep & { workspaceId: string };

/** What its owner can do about it straight from the mail: what its kind asks for, and the ways out. */
const linksOf = (step: Own, at: Date) => ({
  actUrl: stepLink(step, at, step.kind === "question" ? "answer" : step.kind === "approval" ? "decide" : "done"),
  laterUrl: stepLink(step, at, "later"),
  notMineUrl: stepLink(step, at, "not_mine"),
  commentUrl: stepLink(step, at, "comment"),
});

const waitersOn = ({ neighbours }: Situation, step: OwnStep) =>
  neighbours.filter((near) => near.of === step.stepId && isSomebodyWaiting(near, step));

/** What these steps wait for from others before long, each once, the earliest first. */
function waitedFor({ neighbours }: Situation, steps: OwnStep[], today: string) {
  const soon = Temporal.PlainDate.from(today).add({ days: WAITED_FOR_WITHIN_DAYS }).toString();
  const own = new Map(steps.map((step) => [step.stepId, step]));
  const found = neighbours.flatMap((near) => {
    const step = own.get(near.of);
    const isOthers = near.relation === "waits_for" && step && near.ownerId !== step.participantId;
    return isOthers && near.dueOn !== null && near.dueOn <= soon ? [{ ...near, planId: step.planId }] : [];
  });
  return [...new Map(found.map((near) => [near.stepId, near])).values()];
}

const openUrl = ({ planId, stepId }: { planId: string; stepId: string }) =>
  `${env.APP_URL}/plans/${planId}/steps?step=${stepId}`;
