import type { ReactNode } from "react";
import { Section } from "react-email";
import { Layout } from "./_components/layout";
import { PlanLine } from "./_components/plan-line";
import { Anchor, Note, Paragraph, Small } from "./_components/text";
import { ZoneMark } from "./_components/zone-mark";
import { type DigestProps, MOST_TOLD } from "./digest-props";
import {
  awaitedWords,
  decisionWords,
  greetingOf,
  leadOf,
  movedWords,
  nextWords,
  onPage,
  subjectOf,
  textOf,
} from "./digest-words";
import type { Words } from "./words";

export { DigestProps } from "./digest-props";

export const subject = subjectOf;
export const text = textOf;

/** A week of a plan for who heads it, in sentences. */
export default function Digest({ words, ...props }: DigestProps & { words: Words }) {
  const { news } = words;
  const { plan, moved, next, awaited, today } = props;
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={leadOf(props, words)}
      footer={
        <Small>
          {news("digest.why")}{" "}
          <Anchor href={props.preferencesUrl} color="ink2" isUnderlined>
            {news("digest.choose")}
          </Anchor>
        </Small>
      }
    >
      <Paragraph style={{ margin: 0 }}>{greetingOf(props, words)}</Paragraph>
      <Paragraph style={{ margin: "4px 0 0" }}>{leadOf(props, words)}</Paragraph>
      <Paragraph style={{ margin: "4px 0 0" }}>{decisionWords(props, words)}</Paragraph>
      <Part
        heading={news("digest.movedHeading")}
        sentences={moved.map((one) => ({
          key: `${one.wording} ${one.title} ${one.who}`,
          said: movedWords(onPage, one, props, words),
        }))}
        untold={props.older}
        words={words}
      />
      <Part
        heading={news("digest.nextHeading")}
        sentences={next.map((step) => ({ key: step.url, said: nextWords(onPage, step, props, words), ...step }))}
        words={words}
      />
      <Part
        heading={news("digest.awaitedHeading")}
        sentences={awaited.map((step) => ({ key: step.url, said: awaitedWords(onPage, step, props, words), ...step }))}
        words={words}
      />
      <PlanLine plan={plan} today={today} words={words} />
    </Layout>
  );
}

type PartProps = {
  heading: string;
  sentences: Sentence[];
  /** How much there is besides that was not even put into sentences. */
  untold?: number;
  words: Words;
};

type Sentence = { key: string; said: ReactNode; url?: string; zone?: "shared" | "committee" | "seller" };

function Part({ heading, sentences, untold = 0, words: { t, news } }: PartProps) {
  if (sentences.length === 0) return null;
  const more = Math.max(sentences.length - MOST_TOLD, 0) + untold;
  return (
    <Section style={{ marginTop: 24 }}>
      <Note color="ink" style={{ margin: 0, fontWeight: 600 }}>
        {heading}
      </Note>
      {sentences.slice(0, MOST_TOLD).map(({ key, said, url, zone = "shared" }) => (
        <div key={key}>
          <Paragraph style={{ margin: "8px 0 0", fontSize: 15 }}>
            {said}
            {t("fullStop")} {url ? <Anchor href={url}>{news("open")}</Anchor> : null}
          </Paragraph>
          {zone === "shared" ? null : (
            <div style={{ marginTop: 4 }}>
              <ZoneMark zone={zone}>{news(`zone.${zone}`)}</ZoneMark>
            </div>
          )}
        </div>
      ))}
      {more > 0 && <Note style={{ margin: "8px 0 0" }}>{news("digest.more", { count: more })}</Note>}
    </Section>
  );
}

const example = "https://plans.example.com";
const moved = { who: "", isOwn: false, title: "", reason: "", count: 1, from: null, to: null };
Digest.PreviewProps = {
  planId: "ward-rota",
  name: "Priya Raman",
  today: "2026-11-23",
  plan: {
    title: "Replace the paper rota on fourteen wards",
    customerName: "Northwind Health",
    supplierName: "Acme Scheduling",
    url: `${example}/plans/ward-rota`,
    decisionOn: "2027-01-12",
    stops: [
      { title: "Agree the problem", dueOn: "2026-10-02", state: "done" },
      { title: "Requirements", dueOn: "2026-10-23", state: "done" },
      { title: "Pilot on two wards", dueOn: "2026-11-13", state: "done" },
      { title: "Security review", dueOn: "2026-11-27", state: "now" },
      { title: "Business case", dueOn: "2026-12-04", state: "ahead" },
      { title: "Decision", dueOn: "2027-01-12", state: "ahead" },
    ],
  },
  decisionWas: "2026-12-18",
  older: 0,
  moved: [
    { ...moved, wording: "done", who: "Dana Kim", title: "Answer the 42 security questions" },
    { ...moved, wording: "dated", who: "Tom Silva", title: "Load test", from: "2026-11-20", to: "2026-11-26" },
    { ...moved, wording: "joined", who: "Elin Vos" },
  ],
  next: [
    {
      title: "Name who signs for Finance",
      zone: "committee",
      whose: "you",
      name: "Priya Raman",
      url: `${example}/plans/ward-rota/steps?step=2`,
      dueOn: "2026-11-26",
    },
  ],
  awaited: [
    {
      title: "Send the draft agreement",
      zone: "shared",
      whose: "named",
      name: "Lena Marsh",
      url: `${example}/plans/ward-rota/steps?step=3`,
      since: "2026-11-17",
      holdsUp: 2,
    },
  ],
  preferencesUrl: `${example}/preferences?token=3`,
  unsubscribeUrl: `${example}/api/access/unsubscribe?token=3`,
} satisfies DigestProps as DigestProps;
