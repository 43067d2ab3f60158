import { z } from "zod";
import { Card } from "./_components/card";
import { Layout } from "./_components/layout";
import { Quote } from "./_components/quote";
import { Anchor, Note, Paragraph, Small } from "./_components/text";
import { ZoneMark } from "./_components/zone-mark";
import { MailUrl, PlainDate, Short } from "./fields";
import { firstName } from "./first-name";
import { fitting, sentenceBytes } from "./fitting";
import { lines, paragraphs } from "./plain-text";
import { Told, toldNode, toldText } from "./told";
import { inZone, labelled, type Words } from "./words";

const Notice = z.object({ id: z.string(), zone: z.enum(["shared", "committee", "seller"]), told: Told, url: MailUrl });

const Plan = z.object({
  planId: z.string(),
  title: Short,
  customerName: Short,
  supplierName: Short,
  url: MailUrl,
  notices: z.array(Notice).min(1),
});

export const NotificationProps = z.object({
  name: Short.nullable(),
  workspaceName: Short,
  today: PlainDate,
  plans: z.array(Plan).min(1),
  inboxUrl: MailUrl,
  preferencesUrl: MailUrl,
  /** For the header; the mail itself links the page with all choices. */
  unsubscribeUrl: MailUrl,
});
export type NotificationProps = z.infer<typeof NotificationProps>;

/** The one thing itself, or how many and where. */
export function subject({ plans, today }: NotificationProps, words: Words): string {
  const notices = plans.flatMap((plan) => plan.notices);
  const [first, ...more] = notices;
  if (first && more.length === 0) return toldText(first.told, today, words);
  return words.news("notification.subject", {
    count: notices.length,
    where: plans.length === 1 ? "plan" : "several",
    plan: plans[0]?.title ?? "",
    plans: plans.length,
  });
}

export function text(props: NotificationProps, words: Words): string {
  const { news } = words;
  const { today } = props;
  const { plans, more } = shownOf(props);
  return paragraphs(
    greetingOf(props, words),
    leadOf(props, words),
    ...plans.flatMap((plan) => [
      lines(plan.title, news("between", { customer: plan.customerName, supplier: plan.supplierName }), plan.url),
      ...plan.notices.map(({ told, zone, url }) =>
        lines(
          inZone({ zone }, toldText(told, today, words), words),
          ...(told.quote === "" ? [] : told.quote.split(/\r?\n/).map((line) => `> ${line}`)),
          url,
        ),
      ),
    ]),
    more > 0 && news("digest.more", { count: more }),
    lines(
      "-- ",
      news("notification.why"),
      labelled(news("notification.all"), props.inboxUrl, words),
      labelled(news("notification.choose"), props.preferencesUrl, words),
    ),
  );
}

export default function Notification({ words, ...props }: NotificationProps & { words: Words }) {
  const { news } = words;
  const { today } = props;
  const { plans, more } = shownOf(props);
  const [first] = plans.flatMap((plan) => plan.notices);
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={first ? toldText(first.told, today, words) : leadOf(props, words)}
      footer={
        <Small>
          {news("notification.why")}{" "}
          <Anchor href={props.preferencesUrl} color="ink2">
            {news("notification.choose")}
          </Anchor>
        </Small>
      }
    >
      <Paragraph style={{ margin: 0 }}>{greetingOf(props, words)}</Paragraph>
      <Paragraph style={{ margin: "4px 0 4px" }}>{leadOf(props, words)}</Paragraph>
      {plans.map((plan) => (
        <Card key={plan.planId}>
          <Note color="ink" style={{ margin: 0, fontWeight: 600 }}>
            <Anchor href={plan.url} color="ink" isUnderlined={false}>
              <bdi>{plan.title}</bdi>
            </Anchor>
          </Note>
          <Note style={{ margin: "0 0 4px", fontSize: 13 }}>
            {news("between", { customer: plan.customerName, supplier: plan.supplierName })}
          </Note>
          {plan.notices.map(({ id, told, zone, url }) => (
            <div key={id}>
              <Paragraph style={{ margin: "10px 0 0" }}>{toldNode(told, today, words)}</Paragraph>
              {told.quote === "" ? null : <Quote>{told.quote}</Quote>}
              <Paragraph style={{ margin: 0 }}>
                <Anchor href={url}>{news("open")}</Anchor>
              </Paragraph>
              {zone === "shared" ? null : (
                <div style={{ marginTop: 4 }}>
                  <ZoneMark zone={zone}>{news(`zone.${zone}`)}</ZoneMark>
                </div>
              )}
            </div>
          ))}
        </Card>
      ))}
      {more > 0 && <Note style={{ margin: "12px 0 0" }}>{news("digest.more", { count: more })}</Note>}
      <Paragraph style={{ margin: "16px 0 0", fontSize: 14 }}>
        <Anchor href={props.inboxUrl}>{news("notification.all")}</Anchor>
      </Paragraph>
    </Layout>
  );
}

const MOST_NOTICES = 40;

/** What there is room for, in its order; the rest is counted, and found in the inbox. */
function shownOf({ plans }: NotificationProps) {
  const all = plans.flatMap((plan) => plan.notices.map((notice) => ({ plan, notice })));
  const shown = fitting(all.slice(0, MOST_NOTICES), ({ plan, notice: { zone, told } }) => {
    const { who, title, other, name, reason, quote } = told;
    const heading = sentenceBytes("shared", plan.title, plan.customerName, plan.supplierName);
    return heading + sentenceBytes(zone, who, title, other, name, reason, quote);
  });
  const isShown = new Set(shown.map(({ notice }) => notice));
  return {
    plans: plans
      .map((plan) => ({ ...plan, notices: plan.notices.filter((notice) => isShown.has(notice)) }))
      .filter(({ notices }) => notices.length > 0),
    more: all.length - shown.length,
  };
}

function greetingOf({ name }: NotificationProps, { news }: Words): string {
  const first = firstName(name);
  return first ? news("greeting", { name: first }) : news("greetingUnnamed");
}

const leadOf = ({ plans }: NotificationProps, { news }: Words) =>
  news("notification.lead", { count: plans.reduce((sum, { notices }) => sum + notices.length, 0) });

const example = "https://plans.example.com";
const nothing = { other: "", name: "", reason: "", role: "", from: null, to: null, quote: "" };
Notification.PreviewProps = {
  name: "Priya Raman",
  workspaceName: "Acme Scheduling",
  today: "2026-11-24",
  plans: [
    {
      planId: "ward-rota",
      title: "Replace the paper rota on fourteen wards",
      customerName: "Northwind Health",
      supplierName: "Acme Scheduling",
      url: `${example}/plans/ward-rota`,
      notices: [
        {
          id: "1",
          zone: "shared",
          told: {
            ...nothing,
            wording: "given",
            who: "Dana Kim",
            title: "Confirm with IT that single sign-on is required at go-live",
            to: "2026-11-27",
          },
          url: `${example}/plans/ward-rota/steps?step=1`,
        },
        {
          id: "2",
          zone: "committee",
          told: {
            ...nothing,
            wording: "awaited_done",
            who: "Omar Haddad",
            title: "Name who signs for Finance",
            other: "Approve the business case",
          },
          url: `${example}/plans/ward-rota/steps?step=2`,
        },
        {
          id: "4",
          zone: "shared",
          told: {
            ...nothing,
            wording: "comment",
            who: "Dana Kim",
            title: "Talk to two customers without us in the room",
            quote: "I can introduce you to two hospitals of your size.\nWhich days suit you?",
          },
          url: `${example}/plans/ward-rota/steps?step=4`,
        },
        {
          id: "3",
          zone: "shared",
          told: {
            ...nothing,
            wording: "decision_date",
            who: "Lena Marsh",
            title: "",
            from: "2026-12-18",
            to: "2027-01-12",
          },
          url: `${example}/plans/ward-rota`,
        },
      ],
    },
  ],
  inboxUrl: `${example}/notifications`,
  preferencesUrl: `${example}/preferences?token=3`,
  unsubscribeUrl: `${example}/api/access/unsubscribe?token=3`,
} satisfies NotificationProps as NotificationProps;
