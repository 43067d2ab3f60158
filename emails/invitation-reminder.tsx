import { z } from "zod";
import { MainButton } from "./_components/button";
import { Layout } from "./_components/layout";
import { Note, Paragraph, Small, Title } from "./_components/text";
import { MailUrl, PlainDate } from "./fields";
import { lines, paragraphs } from "./plain-text";
import type { Words } from "./words";

export const InvitationReminderProps = z.object({
  url: MailUrl,
  inviterName: z.string(),
  inviterCompany: z.string(),
  inviteeName: z.string().nullable(),
  supplierName: z.string(),
  customerName: z.string(),
  planTitle: z.string(),
  expiresOn: PlainDate,
  isLast: z.boolean(),
});
export type InvitationReminderProps = z.infer<typeof InvitationReminderProps>;

export const subject = ({ inviterName, planTitle }: InvitationReminderProps, { t }: Words) =>
  t("invitationReminder.subject", { inviter: inviterName, plan: planTitle });

export function text(props: InvitationReminderProps, words: Words): string {
  const { t } = words;
  const { inviter, company, customer, supplier, plan, invitee, only, end } = speak(props, words);
  return paragraphs(
    invitee ? t("invitationReminder.text.greeting", { name: invitee }) : t("invitationReminder.text.greetingUnnamed"),
    t("invitationReminder.text.ask", { inviter, company, plan, customer, supplier }),
    t("invitationReminder.body"),
    lines(t("invitationReminder.text.open"), props.url),
    only,
    t("invitationReminder.older"),
    end,
    t("invitation.unknown", { inviter }),
  );
}

export default function InvitationReminder({ words, ...props }: InvitationReminderProps & { words: Words }) {
  const { t } = words;
  const { inviter, company, customer, supplier, plan, invitee, only, end } = speak(props, words);
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={t("invitationReminder.preview", { customer, supplier })}
      footer={
        <>
          <Small>{end}</Small>
          <Small style={{ margin: "8px 0 0" }}>{t("invitation.unknown", { inviter })}</Small>
        </>
      }
    >
      <Note style={{ margin: "0 0 6px" }}>
        {invitee
          ? t("invitationReminder.over", { inviter, company, invitee })
          : t("invitationReminder.overUnnamed", { inviter, company })}
      </Note>
      <Title>{plan}</Title>
      <Note style={{ margin: "6px 0 0" }}>{t("invitation.between", { customer, supplier })}</Note>
      <Paragraph color="ink2" style={{ margin: "20px 0 0" }}>
        {t("invitationReminder.body")}
      </Paragraph>
      <MainButton href={props.url}>{t("invitationReminder.button")}</MainButton>
      <Note style={{ margin: "12px 0 0" }}>{only}</Note>
      <Note style={{ margin: "4px 0 0" }}>{t("invitationReminder.older")}</Note>
    </Layout>
  );
}

function speak(props: InvitationReminderProps, { t, to, day }: Words) {
  const { inviterName, inviterCompany, inviteeName, customerName, supplierName, planTitle, expiresOn, isLast } = props;
  return {
    inviter: inviterName,
    company: inviterCompany,
    customer: customerName,
    supplier: supplierName,
    plan: planTitle,
    invitee: inviteeName === to ? null : inviteeName,
    only: t("invitation.only", { email: to, day: day(expiresOn) }),
    end: t(isLast ? "invitationReminder.last" : "invitationReminder.onceMore"),
  };
}

InvitationReminder.PreviewProps = {
  url: "https://plans.example.com/invitation?token=Qm9vay1hLXNlYXQtZm9yLXRoZS1wbGFu",
  inviterName: "Lena Marsh",
  inviterCompany: "Acme Scheduling",
  inviteeName: "Priya Raman",
  supplierName: "Acme Scheduling",
  customerName: "Northwind Health",
  planTitle: "Replace the paper rota on fourteen wards",
  expiresOn: "2026-12-02",
  isLast: false,
} satisfies InvitationReminderProps as InvitationReminderProps;
