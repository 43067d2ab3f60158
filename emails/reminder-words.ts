import { lineWords } from "./_components/plan-line";
import { daysUntil, dueOfOthers, dueWords } from "./due";
import { firstName } from "./first-name";
import { lines, paragraphs } from "./plain-text";
import {
  MOST_PLAN_LINES,
  MOST_STEPS,
  MOST_WAITED_FOR,
  type RaisedStep,
  type ReminderStep,
  type StepReminderProps,
  type WaitedStep,
} from "./reminder-props";
import { shortened } from "./shortened";
import { headed, labelled, sentences, type Words } from "./words";

type Counts = { count: number; overdue: number; today: number };

function countsOf({ steps, today }: StepReminderProps): Counts {
  const days = steps.map(({ dueOn }) => (dueOn ? daysUntil(dueOn, today) : null));
  return {
    count: steps.length,
    overdue: days.filter((until) => until !== null && until < 0).length,
    today: days.filter((until) => until === 0).length,
  };
}

/** The first step and when it is due; when there are more, how many and on whose plan before it. */
export function subjectOf(props: StepReminderProps, words: Words): string {
  const { t, day, weekday } = words;
  const { today, steps, plans, workspaceName } = props;
  const [first] = steps;
  if (!first) throw new Error("a reminder without a step");
  if (steps.length === 1) {
    const [waiter] = first.waiting;
    if (waiter?.name && !isPressing(first, today)) {
      return t("reminder.subject.asked", { name: waiter.name, title: first.title });
    }
    return t("reminder.subject.one", { due: dueWords(first.dueOn, today, words), title: first.title });
  }
  const onPlans = new Set(steps.map(({ planId }) => planId)).size;
  return t(onPlans === 1 ? "reminder.subject.onePlan" : "reminder.subject.manyPlans", {
    count: steps.length,
    plans: onPlans,
    customer: plans[0]?.customerName ?? first.planTitle,
    supplier: workspaceName,
    title: shortened(first.title, MOST_OF_A_TITLE),
    when: whenOf(first.dueOn, today),
    weekday: first.dueOn ? weekday(first.dueOn) : "",
    day: first.dueOn ? day(first.dueOn, today) : "",
  });
}

function whenOf(dueOn: string | null, today: string) {
  if (!dueOn) return "undated";
  const days = daysUntil(dueOn, today);
  if (days < 0) return "overdue";
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  return days < 7 ? "week" : "later";
}

/** So much of a title that what follows it in a subject is still seen. */
const MOST_OF_A_TITLE = 60;

const SOON_DAYS = 7;

/** It is reminded of for its own date's sake, whoever waits. */
const isPressing = ({ dueOn }: ReminderStep, today: string) => dueOn !== null && daysUntil(dueOn, today) <= SOON_DAYS;

/** @returns also the index of the step whose waiting colleague is named in the sentence, so that its card needn't. */
export function leadOf(props: StepReminderProps, { t, day }: Words) {
  const name = firstName(props.name);
  const explained = props.steps.slice(0, MOST_STEPS).findIndex(({ waiting }) => waiting.length === 1);
  const [waiter] = props.steps[explained]?.waiting ?? [];
  const position = props.steps.length === 1 ? "only" : explained === 0 ? "first" : "later";
  const isFirst = explained === 0;
  return {
    greeting: name ? t("reminder.greeting", { name }) : t("reminder.greetingUnnamed"),
    why:
      isFirst && waiter
        ? t("follows", {
            first: whyOf(props, t, day),
            next: t("reminder.why.waiting", {
              name: waiter.name ?? t("reminder.somebody"),
              title: waiter.title,
              position,
            }),
          })
        : whyOf(props, t, day),
    explained: isFirst ? 0 : -1,
  };
}

function whyOf(props: StepReminderProps, t: Words["t"], day: Words["day"]): string {
  const counts = countsOf(props);
  if (counts.overdue > 0) return t("reminder.why.overdue", counts);
  if (counts.today > 0) return t("reminder.why.today", counts);
  const [soonest] = props.steps.flatMap(({ dueOn }) => dueOn ?? []).toSorted();
  if (!soonest) return t("reminder.why.undated", counts);
  return t("reminder.why.soon", { ...counts, day: day(soonest, props.today) });
}

/** What a step asks for first, as its kind is. */
export const askedOf = ({ kind }: ReminderStep) =>
  kind === "question" ? "answer" : kind === "approval" ? "decide" : "done";

/** What else can be done about it, each behind a link of its own. */
export const waysOf = ({ laterUrl, notMineUrl, commentUrl, openUrl }: ReminderStep) =>
  (
    [
      { way: "later", url: laterUrl },
      { way: "notMine", url: notMineUrl },
      { way: "comment", url: commentUrl },
      { way: "open", url: openUrl },
    ] as const
  ).flatMap(({ way, url }) => (url ? [{ way, url }] : []));

export function waitsOf({ waiting: [first, ...more] }: ReminderStep, { t }: Words): string | null {
  if (!first) return null;
  const name = first.name ?? t("reminder.somebody");
  if (more.length > 0) return t("reminder.step.waitsMore", { name, more: more.length });
  return t("reminder.step.waits", { name, title: first.title });
}

export function textOf(props: StepReminderProps, words: Words): string {
  const { t } = words;
  const { steps, today, waitingFor, raised, plans } = props;
  const lead = leadOf(props, words);
  const hidden = steps.length - MOST_STEPS;
  const showsPlan = new Set(steps.map(({ planId }) => planId)).size > 1;
  return paragraphs(
    lead.greeting,
    lead.why,
    ...steps
      .slice(0, MOST_STEPS)
      .map((step, at) => stepText(step, { today, showsPlan, isExplained: at === lead.explained }, words)),
    hidden > 0 && lines(t("reminder.step.more", { count: hidden }), props.homeUrl),
    waitingFor.length > 0 && waitedForText(waitingFor, today, words),
    raised.length > 0 && raisedText(raised, today, words),
    ...plans
      .slice(0, MOST_PLAN_LINES)
      .map((plan) => lines(plan.title, sentences(lineWords(plan, today, words), words), plan.url)),
    plans.length > MOST_PLAN_LINES && labelled(t("reminder.home"), props.homeUrl, words),
    lines(
      "-- ",
      t("reminder.atMost", { workspace: props.workspaceName }),
      labelled(t("reminder.stop"), props.preferencesUrl, words),
    ),
  );
}

type Shown = { today: string; showsPlan: boolean; isExplained: boolean };

function stepText(step: ReminderStep, { today, showsPlan, isExplained }: Shown, words: Words): string {
  const { t } = words;
  return lines(
    step.title,
    [
      dueWords(step.dueOn, today, words),
      showsPlan && step.planTitle,
      step.zone !== "shared" && t(`reminder.zone.${step.zone}`),
    ]
      .filter(Boolean)
      .join(" · "),
    !isExplained && waitsOf(step, words),
    step.isLast && t("reminder.step.last"),
    step.actUrl && labelled(t(`reminder.step.${askedOf(step)}`), step.actUrl, words),
    ...waysOf(step).map(({ way, url }) => labelled(t(`reminder.step.${way}`), url, words)),
  );
}

function waitedForText(steps: WaitedStep[], today: string, words: Words): string {
  const { t } = words;
  const more = steps.length - MOST_WAITED_FOR;
  return lines(
    headed(t("reminder.waiting.heading"), words),
    ...steps.slice(0, MOST_WAITED_FOR).map((step) => waitedText(step, today, words)),
    more > 0 && `- ${t("reminder.waiting.more", { count: more })}`,
  );
}

function raisedText(steps: RaisedStep[], today: string, words: Words): string {
  const count = steps.length;
  return lines(
    headed(words.t("reminder.raised.heading"), words),
    ...steps.map((step) => waitedText(step, today, words)),
    words.t("reminder.raised.why", { count }),
  );
}

const waitedText = (step: WaitedStep | RaisedStep, today: string, words: Words) =>
  `- ${words.t("reminder.waiting.line", {
    name: step.name ?? words.t("reminder.waiting.unnamed"),
    title: step.title,
    due: dueOfOthers(step.dueOn, today, words),
  })} ${step.openUrl}`;
