import { z } from "zod";
import { MainButton } from "./_components/button";
import { Layout } from "./_components/layout";
import { Paragraph, Small, Title } from "./_components/text";
import { MailUrl, PlainDate } from "./fields";
import { lines, paragraphs } from "./plain-text";
import type { Words } from "./words";

export const InvitationUnansweredProps = z.object({
  url: MailUrl,
  name: z.string().nullable(),
  inviteeName: z.string(),
  inviteeEmail: z.string(),
  planTitle: z.string(),
  invitedOn: PlainDate,
  /** Whether the mails are known to have arrived. */
  wasDelivered: z.boolean(),
});
export type InvitationUnansweredProps = z.infer<typeof InvitationUnansweredProps>;

export const subject = ({ inviteeName }: InvitationUnansweredProps, { t }: Words) =>
  t("invitationUnanswered.subject", { invitee: inviteeName });

export function text(props: InvitationUnansweredProps, words: Words): string {
  const { t } = words;
  const { what, ways } = speak(props, words);
  return paragraphs(
    props.name ? t("invitationUnanswered.greeting", { name: props.name }) : t("invitationUnanswered.greetingUnnamed"),
    what,
    lines(t("invitationUnanswered.ways"), ...ways.map((way) => `- ${way}`)),
    lines(t("invitationUnanswered.button"), props.url),
    t("invitationUnanswered.footer"),
  );
}

export default function InvitationUnanswered({ words, ...props }: InvitationUnansweredProps & { words: Words }) {
  const { t } = words;
  const { what, ways } = speak(props, words);
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={t("invitationUnanswered.preview")}
      footer={<Small>{t("invitationUnanswered.footer")}</Small>}
    >
      <Title>{subject(props, words)}</Title>
      <Paragraph color="ink2">{what}</Paragraph>
      <Paragraph>{t("invitationUnanswered.ways")}</Paragraph>
      {ways.map((way) => (
        <Paragraph key={way} color="ink2" style={{ margin: "6px 0 0" }}>
          {way}
        </Paragraph>
      ))}
      <MainButton href={props.url}>{t("invitationUnanswered.button")}</MainButton>
    </Layout>
  );
}

function speak(props: InvitationUnansweredProps, { t, day }: Words) {
  const { inviteeName: invitee, inviteeEmail: email, planTitle: plan, invitedOn, wasDelivered } = props;
  return {
    what: t(wasDelivered ? "invitationUnanswered.delivered" : "invitationUnanswered.sent", {
      invitee,
      plan,
      email,
      day: day(invitedOn),
    }),
    ways: [
      t("invitationUnanswered.call"),
      t("invitationUnanswered.address", { invitee }),
      t("invitationUnanswered.person"),
    ],
  };
}

InvitationUnanswered.PreviewProps = {
  url: "https://plans.example.com/plans/0192/people?person=0193",
  name: "Lena Marsh",
  inviteeName: "Hana Brandt",
  inviteeEmail: "h.brandt@northwind.example",
  planTitle: "Replace the paper rota on fourteen wards",
  invitedOn: "2026-11-23",
  wasDelivered: true,
} satisfies InvitationUnansweredProps as InvitationUnansweredProps;
