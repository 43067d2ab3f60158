import type { ReactNode } from "react";
import { lineWords } from "./_components/plan-line";
import { type AwaitedProps, type DigestProps, MOST_TOLD, type MovedProps, type NextProps } from "./digest-props";
import { daysUntil } from "./due";
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

export function movedWords<T>(say: Say<T>, moved: MovedProps, { today }: DigestProps, words: Words): T {
  const date = (day: string | null) => (day ? words.day(day, today) : words.told("noDate"));
  const { wording, who, isOwn, title, reason, count, from, to } = moved;
  const whose = isOwn ? "you" : "other";
  return say(`digest.moved.${wording}`, { whose, who, title, reason, count, from: date(from), to: date(to) }, words);
}

export function nextWords<T>(
  say: Say<T>,
  { title, whose, name, dueOn }: NextProps,
  { today }: DigestProps,
  words: Words,
) {
  return say("digest.next", { title, whose, name, day: words.day(dueOn, today) }, words);
}

export function awaitedWords<T>(say: Say<T>, step: AwaitedProps, { today }: DigestProps, words: Words): T {
  const { title, whose, name, since, holdsUp } = step;
  return say("digest.awaited", { title, whose, name, holdsUp, day: words.day(since, today) }, words);
}

export function decisionWords({ plan, decisionWas, today }: DigestProps, { news, day }: Words): string {
  const on = day(plan.decisionOn, today);
  if (decisionWas) {
    const days = daysUntil(plan.decisionOn, decisionWas);
    const values = { was: day(decisionWas, today), on, days: Math.abs(days) };
    return days > 0 ? news("digest.decision.later", values) : news("digest.decision.sooner", values);
  }
  return plan.decisionOn < today ? news("digest.decision.past", { on }) : news("digest.decision.stands", { on });
}

export function greetingOf({ name }: DigestProps, { news }: Words): string {
  const first = name?.trim().split(/\s+/)[0];
  return first ? news("morning", { name: first }) : news("morningUnnamed");
}

/** Steps told of together are as many; a decision that moved is one more. */
export const leadOf = ({ moved, older, decisionWas }: DigestProps, { news }: Words) =>
  news("digest.lead", {
    moved: moved.reduce((sum, { count }) => sum + Math.max(count, 1), older + (decisionWas === null ? 0 : 1)),
  });

export const subjectOf = ({ plan, next, awaited }: DigestProps, { news }: Words) =>
  news("digest.subject", { plan: plan.title, next: next.length, awaited: awaited.length });

export function textOf(props: DigestProps, words: Words): string {
  const { news } = words;
  const { plan, moved, next, awaited, today } = props;
  return paragraphs(
    greetingOf(props, words),
    lines(leadOf(props, words), decisionWords(props, words)),
    part(
      news("digest.movedHeading"),
      moved.map((one) => `- ${sentences([movedWords(inText, one, props, words)], words)}`),
      words,
      props.older,
    ),
    part(
      news("digest.nextHeading"),
      next.map((step) =>
        lines(`- ${sentences([inZone(step, nextWords(inText, step, props, words), words)], words)}`, `  ${step.url}`),
      ),
      words,
    ),
    part(
      news("digest.awaitedHeading"),
      awaited.map((step) =>
        lines(
          `- ${sentences([inZone(step, awaitedWords(inText, step, props, words), words)], words)}`,
          `  ${step.url}`,
        ),
      ),
      words,
    ),
    lines(plan.title, sentences(lineWords(plan, today, words), words), plan.url),
    lines("-- ", news("digest.why"), labelled(news("digest.choose"), props.preferencesUrl, words)),
  );
}

function part(heading: string, sentences: string[], words: Words, untold = 0): string | null {
  if (sentences.length === 0) return null;
  const more = Math.max(sentences.length - MOST_TOLD, 0) + untold;
  return lines(
    headed(heading, words),
    ...sentences.slice(0, MOST_TOLD),
    more > 0 && `- ${words.news("digest.more", { count: more })}`,
  );
}
