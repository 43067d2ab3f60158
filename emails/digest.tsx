import { Section } from "react-email";
import { DigestSection, PlanOfSeveral } from "./_components/digest-section";
import { Layout } from "./_components/layout";
import { PlanLine } from "./_components/plan-line";
import { Anchor, Note, Paragraph, Small, Title } from "./_components/text";
import { paint } from "./_components/tokens";
import { type DigestProps, shownPlans } from "./digest-props";
import { decisionWords, greetingOf, leadOf, morePlansWords, quietWords, subjectOf, textOf } from "./digest-words";
import type { Words } from "./words";

export { DigestProps } from "./digest-props";

export const subject = subjectOf;
export const text = textOf;

/** The week of the plans that somebody heads, in sentences. */
export default function Digest({ words, ...props }: DigestProps & { words: Words }) {
  const { news } = words;
  const { plans, today, homeUrl } = props;
  const [only, ...others] = plans;
  const more = morePlansWords(props, words);
  const quiet = quietWords(props, words);
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={leadOf(props, words)}
      footer={
        <Small>
          {news("digest.why", { plans: plans.length })}{" "}
          <Anchor href={props.preferencesUrl} color="ink2" isUnderlined>
            {news("digest.choose")}
          </Anchor>
        </Small>
      }
    >
      <Paragraph style={{ margin: 0 }}>{greetingOf(props, words)}</Paragraph>
      {only && others.length === 0 ? (
        <>
          <Paragraph style={{ margin: "4px 0 0" }}>{leadOf(props, words)}</Paragraph>
          <Paragraph style={{ margin: "4px 0 0" }}>{decisionWords(only, today, words)}</Paragraph>
          <DigestSection section={only} digest={props} words={words} />
          <PlanLine plan={only.plan} today={today} words={words} />
        </>
      ) : (
        <>
          <Title style={{ margin: "4px 0 0", fontSize: 16, lineHeight: "25px", fontWeight: 400, letterSpacing: 0 }}>
            {leadOf(props, words)}
          </Title>
          {shownPlans(props).map((section) => (
            <PlanOfSeveral key={section.planId} section={section} digest={props} words={words} />
          ))}
        </>
      )}
      {(more || quiet) && (
        <Section {...paint({ border: "line" }, { borderTop: "1px solid", marginTop: 32, paddingTop: 20 })}>
          {more && (
            <Note style={{ margin: 0 }}>
              {more} <Anchor href={homeUrl}>{news("digest.allPlans")}</Anchor>
            </Note>
          )}
          {quiet && <Note style={{ margin: more ? "8px 0 0" : 0 }}>{quiet}</Note>}
        </Section>
      )}
    </Layout>
  );
}

const example = "https://plans.example.com";
const moved = { who: "", isOwn: false, title: "", reason: "", count: 1, from: null, to: null };
const waited = { zone: "shared", whose: "named", holdsUp: 0 } as const;
Digest.PreviewProps = {
  name: "Dana Kim",
  today: "2026-11-23",
  plans: [
    {
      planId: "ward-rota",
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
        { ...moved, wording: "done", who: "Priya Raman", title: "Answer the 42 security questions" },
        { ...moved, wording: "dated", who: "Tom Silva", title: "Load test", from: "2026-11-20", to: "2026-11-26" },
        { ...moved, wording: "joined", who: "Elin Vos" },
      ],
      next: [
        {
          title: "Agree the price with the board",
          zone: "seller",
          whose: "you",
          name: "Dana Kim",
          url: `${example}/plans/ward-rota/steps?step=2`,
          dueOn: "2026-11-26",
        },
      ],
      awaited: [
        {
          ...waited,
          title: "Send the draft agreement",
          name: "Lena Marsh",
          url: `${example}/plans/ward-rota/steps?step=3`,
          since: "2026-11-17",
          holdsUp: 2,
        },
      ],
    },
    {
      planId: "night-shifts",
      plan: {
        title: "Night shifts without spreadsheets",
        customerName: "Lindqvist Care",
        supplierName: "Acme Scheduling",
        url: `${example}/plans/night-shifts`,
        decisionOn: "2027-02-26",
        stops: [
          { title: "Agree the problem", dueOn: "2026-11-20", state: "now" },
          { title: "Decision", dueOn: "2027-02-26", state: "ahead" },
        ],
      },
      decisionWas: null,
      older: 0,
      moved: [{ ...moved, wording: "problem", who: "Anna Lindqvist" }],
      next: [],
      awaited: [],
    },
    {
      planId: "theatre-slots",
      plan: {
        title: "Fill theatre slots that fall free",
        customerName: "St. Brigid",
        supplierName: "Acme Scheduling",
        url: `${example}/plans/theatre-slots`,
        decisionOn: "2026-12-15",
        stops: [],
      },
      decisionWas: null,
      older: 0,
      moved: [],
      next: [],
      awaited: [
        {
          ...waited,
          title: "Name who signs for Finance",
          name: "Omar Haddad",
          url: `${example}/plans/theatre-slots/steps?step=1`,
          since: "2026-11-12",
        },
      ],
    },
  ],
  quiet: [{ planId: "on-call", title: "One on-call list for three sites" }],
  homeUrl: `${example}/plans`,
  preferencesUrl: `${example}/preferences?token=3`,
  unsubscribeUrl: `${example}/api/access/unsubscribe?token=3`,
} satisfies DigestProps as DigestProps;
const [ofOne] = Digest.PreviewProps.plans;
Digest.OfOnePreviewProps = { ...Digest.PreviewProps, plans: ofOne ? [ofOne] : [], quiet: [] } as DigestProps;
