import { z } from "zod";
import { Digits } from "./_components/code";
import { Layout } from "./_components/layout";
import { Note, Paragraph, Small, Title } from "./_components/text";
import { SixDigits } from "./fields";
import { paragraphs } from "./plain-text";
import type { Words } from "./words";

export const InvitationCodeProps = z.object({
  code: SixDigits,
  minutes: z.number().int().positive(),
  inviterName: z.string(),
  inviterCompany: z.string(),
  /** The plan's or the workspace's name. */
  place: z.string(),
});
export type InvitationCodeProps = z.infer<typeof InvitationCodeProps>;

export const subject = ({ code }: InvitationCodeProps, { t }: Words) => t("invitationCode.subject", { code });

export function text({ code, minutes, inviterName, inviterCompany, place }: InvitationCodeProps, { t }: Words) {
  return paragraphs(
    t("invitationCode.body", { inviter: inviterName, company: inviterCompany, place }),
    t("invitationCode.digits", { code }),
    t("invitationCode.lasts", { minutes }),
    t("invitationCode.unasked"),
  );
}

/** Without a link on purpose: it is for whoever has the page open already. */
export default function InvitationCode({ words, ...props }: InvitationCodeProps & { words: Words }) {
  const { t } = words;
  const { code, minutes, inviterName, inviterCompany, place } = props;
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={t("invitationCode.preview", { minutes })}
      footer={<Small>{t("invitationCode.unasked")}</Small>}
    >
      <Title>{t("invitationCode.heading")}</Title>
      <Paragraph color="ink2">
        {t("invitationCode.body", { inviter: inviterName, company: inviterCompany, place })}
      </Paragraph>
      <Digits code={code} />
      <Note style={{ margin: "12px 0 0" }}>{t("invitationCode.lasts", { minutes })}</Note>
    </Layout>
  );
}

InvitationCode.PreviewProps = {
  code: "417052",
  minutes: 15,
  inviterName: "Lena Marsh",
  inviterCompany: "Acme Scheduling",
  place: "Replace the paper rota on fourteen wards",
} satisfies InvitationCodeProps;
