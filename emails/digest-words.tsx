import type { ReactNode } from "react";
import { lineWords } from "./_components/plan-line";
import {
  type AwaitedProps,
  type DigestProps,
  MOST_QUIET,
  type MovedProps,
  mostTold,
  type NextProps,
  type SectionProps,
  shownPlans,
} from "./digest-props";
import { daysUntil } from "./due";
import { firstName } from "./first-name";
import { lines, paragraphs } from "./plain-text";
import { headed, inZone, labelled, sentences, type Words } from "./words";

type Values = Record<string, string | number>;
type Key = Parameters<Words["news"]>[0];
type Say<T> = (key: Key, values: Values, words: Words) => T;

/** One sentence as text: what stands out on a page stands in quotation marks. */
export const inText: Say<string> = (key, values, { t, news }) =>
  news.markup(key, { ...values, b: (chunks: string) => t("quoted", { words: `${chunks}` }) } as Parameters<
    Words["news"]["markup"]
  >[1]);

export const onPage: Say<ReactNode> = (key, values, { news }) =>
  news.rich(key, { ...values, b: strong } as Parameters<Words["news"]["rich"]>[1]);

const strong = (chunks: ReactNode) => (
  <b style={{ fontWeight: 600 }}>
    <bdi>{chunks}</bdi>
  </b>
);

export function movedWords<T>(say: Say<T>, moved: MovedProps, today: string, words: Words): T {
  const date = (day: string | null) => (day ? words.day(day, today) : words.told("noDate"));
  const { wording, who, isOwn, title, reason, count, from, to } = moved;
  const whose = isOwn ? "you" : "other";
  return say(`digest.moved.${wording}`, { whose, who, title, reason, count, from: date(from), to: date(to) }, words);
}

export function nextWords<T>(say: Say<T>, { title, whose, name, dueOn }: NextProps, today: string, words: Words): T {
  return say("digest.next", { title, whose, name, day: words.day(dueOn, today) }, words);
}

export function awaitedWords<T>(say: Say<T>, step: AwaitedProps, today: string, words: Words): T {
  const { title, whose, name, since, holdsUp } = step;
  return say("digest.awaited", { title, whose, name, holdsUp, day: words.day(since, today) }, words);
}

export function decisionWords({ plan, decisionWas }: SectionProps, today: string, { news, day }: Words): string {
  const on = day(plan.decisionOn, today);
  if (decisionWas) {
    const days = daysUntil(plan.decisionOn, decisionWas);
    const values = { was: day(decisionWas, today), on, days: Math.abs(days) };
    return days > 0 ? news("digest.decision.later", values) : news("digest.decision.sooner", values);
  }
  return plan.decisionOn < today ? news("digest.decision.past", { on }) : news("digest.decision.stands", { on });
}

export function greetingOf({ name }: DigestProps, { news }: Words): string {
  const first = firstName(name);
  return first ? news("morning", { name: first }) : news("morningUnnamed");
}

export const leadOf = ({ plans }: DigestProps, { news }: Words): string => {
  const moved = plans.reduce((sum, section) => sum + movesOf(section), 0);
  return plans.length === 1 ? news("digest.lead", { moved }) : news("digest.leadOfSeveral", { moved });
};

/** Steps told of together are as many; a decision that moved is one more. */
const movesOf = ({ moved, older, decisionWas }: SectionProps) =>
  moved.reduce((sum, { count }) => sum + Math.max(count, 1), older + (decisionWas === null ? 0 : 1));

export function subjectOf({ plans }: DigestProps, { news }: Words): string {
  const [first, ...others] = plans;
  const plan = first?.plan.title ?? "";
  const count = (of: "next" | "awaited") => plans.reduce((sum, section) => sum + section[of].length, 0);
  return news("digest.subject", {
    plan: others.length === 0 ? plan : news("digest.plans", { plan, count: others.length }),
    next: count("next"),
    awaited: count("awaited"),
  });
}

/** What stands of a plan beside its sentences: the decision has one of its own. */
export const standingWords = ({ plan }: SectionProps, today: string, words: Words): string[] =>
  lineWords({ ...plan, decisionOn: null }, today, words);

/** Null where there are no more plans than are told of. */
export function morePlansWords(props: DigestProps, { news }: Words): string | null {
  const count = props.plans.length - shownPlans(props).length;
  return count > 0 ? news("digest.morePlans", { count }) : null;
}

export function quietWords({ quiet }: DigestProps, { news, lang }: Words): string | null {
  if (quiet.length === 0) return null;
  const more = quiet.length - MOST_QUIET;
  const names = quiet.slice(0, MOST_QUIET).map(({ title }) => news("digest.quietPlan", { title }));
  const plans = more > 0 ? [...names, news("digest.quietMore", { count: more })] : names;
  return news("digest.quiet", { plans: new Intl.ListFormat(lang).format(plans) });
}

export function textOf(props: DigestProps, words: Words): string {
  const { news } = words;
  const { plans, today, homeUrl } = props;
  const [only, ...others] = plans;
  const isOne = only && others.length === 0;
  const more = morePlansWords(props, words);
  return paragraphs(
    greetingOf(props, words),
    lines(leadOf(props, words), isOne && decisionWords(only, today, words)),
    ...shownPlans(props).flatMap((section) => {
      const { plan } = section;
      const parts = partsOf(section, props, words);
      if (isOne) return [...parts, lines(plan.title, sentences(lineWords(plan, today, words), words), plan.url)];
      const between = news("between", { customer: plan.customerName, supplier: plan.supplierName });
      const standing = sentences(standingWords(section, today, words), words);
      return [lines(plan.title, between, plan.url, decisionWords(section, today, words), standing), ...parts];
    }),
    more && lines(more, labelled(news("digest.allPlans"), homeUrl, words)),
    quietWords(props, words),
    lines(
      "-- ",
      news("digest.why", { plans: plans.length }),
      labelled(news("digest.choose"), props.preferencesUrl, words),
    ),
  );
}

function partsOf({ moved, older, next, awaited }: SectionProps, props: DigestProps, words: Words) {
  const { news } = words;
  const { today } = props;
  const most = mostTold(props);
  const ofStep = (step: NextProps | AwaitedProps, said: string) =>
    lines(`- ${sentences([inZone(step, said, words)], words)}`, `  ${step.url}`);
  return [
    part(
      news("digest.movedHeading"),
      moved.map((one) => `- ${sentences([movedWords(inText, one, today, words)], words)}`),
      { words, most, older },
    ),
    part(
      news("digest.nextHeading"),
      next.map((step) => ofStep(step, nextWords(inText, step, today, words))),
      { words, most },
    ),
    part(
      news("digest.awaitedHeading"),
      awaited.map((step) => ofStep(step, awaitedWords(inText, step, today, words))),
      { words, most },
    ),
  ];
}

type PartIs = { words: Words; most: number; older?: number };

function part(heading: string, told: string[], { words, most, older = 0 }: PartIs): string | null {
  if (told.length === 0) return null;
  const more = Math.max(told.length - most, 0) + older;
  return lines(
    headed(heading, words),
    ...told.slice(0, most),
    more > 0 && `- ${words.news("digest.more", { count: more })}`,
  );
}
