import { lineWords } from "./_components/plan-line";
import { daysUntil, dueOfOthers, dueWords } from "./due";
import { lines, paragraphs } from "./plain-text";
import {
  MOST_STEPS,
  MOST_WAITED_FOR,
  type RaisedStep,
  type ReminderStep,
  type StepReminderProps,
  type WaitedStep,
} from "./reminder-props";
import type { Words } from "./words";

type Counts = { count: number; overdue: number; today: number };

function countsOf({ steps, today }: StepReminderProps): Counts {
  const days = steps.map(({ dueOn }) => (dueOn ? daysUntil(dueOn, today) : null));
  return {
    count: steps.length,
    overdue: days.filter((until) => until !== null && until < 0).length,
    today: days.filter((until) => until === 0).length,
  };
}

/** The first step's own title when it is alone; else how many, on which plan, and how many press. */
export function subjectOf(props: StepReminderProps, words: Words): string {
  const { t } = words;
  const [first, ...others] = props.steps;
  if (first && others.length === 0) {
    const [waiter] = first.waiting;
    if (waiter?.name && !isPressing(first, props.today)) {
      return t("reminder.subject.asked", { name: waiter.name, title: first.title });
    }
    return t("reminder.subject.one", { due: dueWords(first.dueOn, props.today, words), title: first.title });
  }
  const isOnePlan = others.every(({ planId }) => planId === first?.planId);
  const values = { ...countsOf(props), where: isOnePlan ? "plan" : "several", plan: first?.planTitle ?? "" };
  if (values.overdue > 0) return t("reminder.subject.manyOverdue", values);
  if (values.today > 0) return t("reminder.subject.manyToday", values);
  return t("reminder.subject.manySoon", values);
}

const SOON_DAYS = 7;

/** It is reminded of for its own date's sake, whoever waits. */
const isPressing = ({ dueOn }: ReminderStep, today: string) => dueOn !== null && daysUntil(dueOn, today) <= SOON_DAYS;

/** @returns also the index of the step whose waiting colleague is named in the sentence, so that its card needn't. */
export function leadOf(props: StepReminderProps, { t, day }: Words) {
  const name = props.name?.trim().split(/\s+/)[0];
  const explained = props.steps.slice(0, MOST_STEPS).findIndex(({ waiting }) => waiting.length === 1);
  const [waiter] = props.steps[explained]?.waiting ?? [];
  const position = props.steps.length === 1 ? "only" : explained === 0 ? "first" : "later";
  const isFirst = explained === 0;
  return {
    greeting: name ? t("reminder.greeting", { name }) : t("reminder.greetingUnnamed"),
    why: [
      whyOf(props, t, day),
      isFirst &&
        waiter &&
        t("reminder.why.waiting", { name: waiter.name ?? t("reminder.somebody"), title: waiter.title, position }),
    ]
      .filter(Boolean)
      .join(" "),
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
    ...plans.map((plan) => lines(plan.title, `${lineWords(plan, today, words).join(". ")}.`, plan.url)),
    lines(
      "-- ",
      t("reminder.atMost", { workspace: props.workspaceName }),
      `${t("reminder.stop")}: ${props.preferencesUrl}`,
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
    step.doneUrl && `${t("reminder.step.done")}: ${step.doneUrl}`,
    `${t("reminder.step.open")}: ${step.openUrl}`,
  );
}

function waitedForText(steps: WaitedStep[], today: string, words: Words): string {
  const { t } = words;
  const more = steps.length - MOST_WAITED_FOR;
  return lines(
    `${t("reminder.waiting.heading")}:`,
    ...steps.slice(0, MOST_WAITED_FOR).map((step) => waitedText(step, today, words)),
    more > 0 && `- ${t("reminder.waiting.more", { count: more })}`,
  );
}

function raisedText(steps: RaisedStep[], today: string, words: Words): string {
  const count = steps.length;
  return lines(
    `${words.t("reminder.raised.heading")}:`,
    ...steps.map((step) => waitedText(step, today, words)),
    words.t("reminder.raised.why", { count }),
  );
}

const waitedText = (step: WaitedStep | RaisedStep, today: string, words: Words) =>
  `- ${step.name ?? words.t("reminder.waiting.unnamed")}: ${step.title}, ${dueOfOthers(step.dueOn, today, words)}. ${step.openUrl}`;
