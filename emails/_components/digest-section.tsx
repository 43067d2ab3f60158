import type { ReactNode } from "react";
import { Heading, Section } from "react-email";
import { type DigestProps, mostTold, type SectionProps } from "../digest-props";
import { awaitedWords, decisionWords, movedWords, nextWords, onPage, standingWords } from "../digest-words";
import type { Words } from "../words";
import { Anchor, Note, Paragraph } from "./text";
import { paint } from "./tokens";
import { ZoneMark } from "./zone-mark";

type OfDigest = { section: SectionProps; digest: DigestProps; words: Words };

/** One plan's week under its name. */
export function PlanOfSeveral({ section, digest, words }: OfDigest) {
  const { plan } = section;
  const { today } = digest;
  const standing = standingWords(section, today, words);
  return (
    <Section {...paint({ border: "line" }, { borderTop: "1px solid", marginTop: 32, paddingTop: 20 })}>
      <Heading as="h2" {...paint({ color: "ink" }, { fontSize: 18, lineHeight: "24px", fontWeight: 600, margin: 0 })}>
        <Anchor href={plan.url} color="ink" isUnderlined={false}>
          <bdi>{plan.title}</bdi>
        </Anchor>
      </Heading>
      <Note style={{ margin: "2px 0 0", fontSize: 13 }}>
        {words.news("between", { customer: plan.customerName, supplier: plan.supplierName })}
      </Note>
      <Paragraph style={{ margin: "10px 0 0", fontSize: 15 }}>{decisionWords(section, today, words)}</Paragraph>
      {standing.length > 0 && <Note style={{ margin: "2px 0 0", fontSize: 13 }}>{standing.join(" · ")}</Note>}
      <DigestSection section={section} digest={digest} words={words} />
    </Section>
  );
}

/** What moved, what is next, who is waited for. */
export function DigestSection({ section: { moved, older, next, awaited }, digest, words }: OfDigest) {
  const { news } = words;
  const { today } = digest;
  const most = mostTold(digest);
  return (
    <>
      <Part
        heading={news("digest.movedHeading")}
        sentences={moved.map((one) => ({
          key: `${one.wording} ${one.title} ${one.who}`,
          said: movedWords(onPage, one, today, words),
        }))}
        older={older}
        most={most}
        words={words}
      />
      <Part
        heading={news("digest.nextHeading")}
        sentences={next.map((step) => ({ key: step.url, said: nextWords(onPage, step, today, words), ...step }))}
        most={most}
        words={words}
      />
      <Part
        heading={news("digest.awaitedHeading")}
        sentences={awaited.map((step) => ({ key: step.url, said: awaitedWords(onPage, step, today, words), ...step }))}
        most={most}
        words={words}
      />
    </>
  );
}

type PartProps = {
  heading: string;
  sentences: Sentence[];
  most: number;
  /** How much there is besides that was not even put into sentences. */
  older?: number;
  words: Words;
};

type Sentence = { key: string; said: ReactNode; url?: string; zone?: "shared" | "committee" | "seller" };

function Part({ heading, sentences, most, older = 0, words: { t, news } }: PartProps) {
  if (sentences.length === 0) return null;
  const more = Math.max(sentences.length - most, 0) + older;
  return (
    <Section style={{ marginTop: 20 }}>
      <Note color="ink" style={{ margin: 0, fontWeight: 600 }}>
        {heading}
      </Note>
      {sentences.slice(0, most).map(({ key, said, url, zone = "shared" }) => (
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
