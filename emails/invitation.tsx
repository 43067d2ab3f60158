import { z } from "zod";
import { MainButton } from "./_components/button";
import { Card } from "./_components/card";
import { Code } from "./_components/code";
import { Layout } from "./_components/layout";
import { Note, Paragraph, Small, Title } from "./_components/text";
import { MailUrl, PlainDate, SixDigits } from "./fields";
import { lines, paragraphs } from "./plain-text";
import type { Words } from "./words";

export const InvitationProps = z.object({
  url: MailUrl,
  inviterName: z.string(),
  inviterCompany: z.string(),
  inviteeName: z.string().nullable(),
  supplierName: z.string(),
  customerName: z.string(),
  planTitle: z.string(),
  side: z.enum(["buyer", "seller"]),
  note: z.string().nullable(),
  expiresOn: PlainDate,
  code: SixDigits.nullish(),
});
export type InvitationProps = z.infer<typeof InvitationProps>;

export const subject = ({ inviterName, planTitle }: InvitationProps, { t }: Words) =>
  t("invitation.subject", { inviter: inviterName, plan: planTitle });

export function text(props: InvitationProps, words: Words): string {
  const { t } = words;
  const { inviter, company, customer, supplier, plan, only, about, invitee } = speak(props, words);
  return paragraphs(
    invitee ? t("invitation.text.greeting", { name: invitee }) : t("invitation.text.greetingUnnamed"),
    t("invitation.text.ask", { inviter, company, plan, customer, supplier }),
    about,
    props.note && lines(t("invitation.text.note", { inviter }), props.note),
    lines(t("invitation.text.open"), props.url),
    only,
    props.code && t("code.text", { code: props.code }),
    t("invitation.unknown", { inviter }),
  );
}

export default function Invitation({ words, ...props }: InvitationProps & { words: Words }) {
  const { t } = words;
  const { inviter, company, customer, supplier, plan, only, about, invitee } = speak(props, words);
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={t("invitation.preview", { customer, supplier })}
      footer={<Small>{t("invitation.unknown", { inviter })}</Small>}
    >
      <Note style={{ margin: "0 0 6px" }}>
        {invitee
          ? t("invitation.over", { inviter, company, invitee })
          : t("invitation.overUnnamed", { inviter, company })}
      </Note>
      <Title>{plan}</Title>
      <Note style={{ margin: "6px 0 0" }}>{t("invitation.between", { customer, supplier })}</Note>
      <Paragraph color="ink2" style={{ margin: "20px 0 0" }}>
        {about}
      </Paragraph>
      {props.note && (
        <Card>
          <Note style={{ margin: 0 }}>{t("invitation.noteFrom", { inviter })}</Note>
          <Paragraph style={{ margin: "4px 0 0", whiteSpace: "pre-line" }}>{props.note}</Paragraph>
        </Card>
      )}
      <MainButton href={props.url}>{t("invitation.button")}</MainButton>
      <Note style={{ margin: "12px 0 0" }}>{only}</Note>
      {props.code && <Code code={props.code} words={words} />}
    </Layout>
  );
}

function speak(props: InvitationProps, { t, to, day }: Words) {
  const { inviterName, inviterCompany, inviteeName, customerName, supplierName, planTitle, side, expiresOn } = props;
  return {
    inviter: inviterName,
    company: inviterCompany,
    customer: customerName,
    supplier: supplierName,
    plan: planTitle,
    invitee: inviteeName === to ? null : inviteeName,
    about: t(`invitation.${side}`, { supplier: supplierName, customer: customerName }),
    only: t("invitation.only", { email: to, day: day(expiresOn) }),
  };
}

Invitation.PreviewProps = {
  url: "https://plans.example.com/invitation?token=Qm9vay1hLXNlYXQtZm9yLXRoZS1wbGFu",
  inviterName: "Lena Marsh",
  inviterCompany: "Acme Scheduling",
  inviteeName: "Priya Raman",
  supplierName: "Acme Scheduling",
  customerName: "Northwind Health",
  planTitle: "Replace the paper rota on fourteen wards",
  side: "buyer",
  note: "As agreed on Tuesday, this is where we keep the steps up to the board meeting. Please change whatever doesn't fit.",
  expiresOn: "2026-11-30",
} satisfies InvitationProps as InvitationProps;
