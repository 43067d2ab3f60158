import { z } from "zod";
import { MainButton } from "./_components/button";
import { Card } from "./_components/card";
import { Layout } from "./_components/layout";
import { Anchor, Note, Paragraph, Small, Title } from "./_components/text";
import { MailUrl, PlainDate } from "./fields";
import { firstName } from "./first-name";
import { lines, paragraphs } from "./plain-text";
import { labelled, type Words } from "./words";

const Invited = z.object({
  url: MailUrl,
  inviteeName: z.string(),
  inviteeEmail: z.string(),
  planTitle: z.string(),
  invitedOn: PlainDate,
  /** Whether the mails are known to have arrived. */
  wasDelivered: z.boolean(),
});

export const InvitationUnansweredProps = z.object({
  name: z.string().nullable(),
  invited: z.array(Invited).min(1),
  allUrl: MailUrl,
});
export type InvitationUnansweredProps = z.infer<typeof InvitationUnansweredProps>;
type InvitedProps = z.infer<typeof Invited>;

const MOST_NAMED = 20;

export function subject({ invited }: InvitationUnansweredProps, { t }: Words): string {
  const [only, ...others] = invited;
  return only && others.length === 0
    ? t("invitationUnanswered.subject", { invitee: only.inviteeName })
    : t("invitationUnanswered.subjectOfSeveral", { count: invited.length });
}

export function text(props: InvitationUnansweredProps, words: Words): string {
  const { t, news } = words;
  const { invited, allUrl } = props;
  const name = firstName(props.name);
  const [only, ...others] = invited;
  const more = moreWords(props, words);
  const isOne = only && others.length === 0;
  return paragraphs(
    name ? t("invitationUnanswered.greeting", { name }) : t("invitationUnanswered.greetingUnnamed"),
    ...(isOne
      ? [storyOf(only, words)]
      : [
          t("invitationUnanswered.leadOfSeveral"),
          ...named(props).map((one) => lines(one.inviteeName, sinceWhen(one, words), one.url)),
          more && lines(more, labelled(news("notification.all"), allUrl, words)),
        ]),
    lines(t("invitationUnanswered.ways"), ...waysFor(props, words).map((way) => `- ${way}`)),
    isOne && lines(t("invitationUnanswered.button"), only.url),
    t("invitationUnanswered.footer", { count: invited.length }),
  );
}

/** Nobody answered: what whoever invited can do now. All of a day in one mail. */
export default function InvitationUnanswered({ words, ...props }: InvitationUnansweredProps & { words: Words }) {
  const { t } = words;
  const { invited } = props;
  const [only, ...others] = invited;
  const isOne = only && others.length === 0;
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={t("invitationUnanswered.preview")}
      footer={<Small>{t("invitationUnanswered.footer", { count: invited.length })}</Small>}
    >
      <Title>{subject(props, words)}</Title>
      {isOne ? <Paragraph color="ink2">{storyOf(only, words)}</Paragraph> : <Several {...props} words={words} />}
      <Paragraph style={isOne ? {} : { margin: "24px 0 0" }}>{t("invitationUnanswered.ways")}</Paragraph>
      {waysFor(props, words).map((way) => (
        <Paragraph key={way} color="ink2" style={{ margin: "6px 0 0" }}>
          {way}
        </Paragraph>
      ))}
      {isOne && <MainButton href={only.url}>{t("invitationUnanswered.button")}</MainButton>}
    </Layout>
  );
}

function Several({ words, ...props }: InvitationUnansweredProps & { words: Words }) {
  const { t, news } = words;
  const more = moreWords(props, words);
  return (
    <>
      <Paragraph color="ink2">{t("invitationUnanswered.leadOfSeveral")}</Paragraph>
      {named(props).map((one) => (
        <Card key={one.url}>
          <Paragraph style={{ margin: 0, fontWeight: 600 }}>
            <bdi>{one.inviteeName}</bdi>
          </Paragraph>
          <Note style={{ margin: "2px 0 0" }}>{sinceWhen(one, words)}</Note>
          <Note style={{ margin: "6px 0 0" }}>
            <Anchor href={one.url}>{t("invitationUnanswered.button")}</Anchor>
          </Note>
        </Card>
      ))}
      {more && (
        <Note style={{ margin: "16px 0 0" }}>
          {more} <Anchor href={props.allUrl}>{news("notification.all")}</Anchor>
        </Note>
      )}
    </>
  );
}

const named = ({ invited }: InvitationUnansweredProps) => invited.slice(0, MOST_NAMED);

const valuesOf = ({ inviteeName, planTitle, inviteeEmail, invitedOn }: InvitedProps, { day }: Words) => ({
  invitee: inviteeName,
  plan: planTitle,
  email: inviteeEmail,
  day: day(invitedOn),
});

const storyOf = (one: InvitedProps, words: Words) =>
  words.t(one.wasDelivered ? "invitationUnanswered.delivered" : "invitationUnanswered.sent", valuesOf(one, words));

const sinceWhen = (one: InvitedProps, words: Words) =>
  words.t(
    one.wasDelivered ? "invitationUnanswered.oneDelivered" : "invitationUnanswered.oneSent",
    valuesOf(one, words),
  );

/** Null where all are named. */
function moreWords({ invited }: InvitationUnansweredProps, { t }: Words): string | null {
  const count = invited.length - MOST_NAMED;
  return count > 0 ? t("invitationUnanswered.more", { count }) : null;
}

function waysFor({ invited }: InvitationUnansweredProps, { t }: Words): string[] {
  const [only, ...others] = invited;
  return [
    t("invitationUnanswered.call"),
    only && others.length === 0
      ? t("invitationUnanswered.address", { invitee: only.inviteeName })
      : t("invitationUnanswered.addresses"),
    t("invitationUnanswered.person"),
  ];
}

InvitationUnanswered.PreviewProps = {
  name: "Lena Marsh",
  invited: [
    {
      url: "https://plans.example.com/plans/0192/people?person=0193",
      inviteeName: "Hana Brandt",
      inviteeEmail: "h.brandt@northwind.example",
      planTitle: "Replace the paper rota on fourteen wards",
      invitedOn: "2026-11-23",
      wasDelivered: true,
    },
    {
      url: "https://plans.example.com/plans/0194/people?person=0195",
      inviteeName: "Omar Haddad",
      inviteeEmail: "omar.haddad@st-brigid.example",
      planTitle: "Fill theatre slots that fall free",
      invitedOn: "2026-11-23",
      wasDelivered: false,
    },
  ],
  allUrl: "https://plans.example.com/notifications",
} satisfies InvitationUnansweredProps as InvitationUnansweredProps;
InvitationUnanswered.OfOnePreviewProps = {
  ...InvitationUnanswered.PreviewProps,
  invited: InvitationUnanswered.PreviewProps.invited.slice(0, 1),
} as InvitationUnansweredProps;
