import { z } from "zod";
import { Layout } from "./_components/layout";
import { Paragraph, Small, Title } from "./_components/text";
import { paragraphs } from "./plain-text";
import type { Words } from "./words";

export const AccessDeclinedProps = z.object({ name: z.string(), planTitle: z.string(), inviterName: z.string() });
export type AccessDeclinedProps = z.infer<typeof AccessDeclinedProps>;

export const subject = ({ planTitle }: AccessDeclinedProps, { t }: Words) =>
  t("accessDeclined.subject", { plan: planTitle });

export const text = ({ name, planTitle, inviterName }: AccessDeclinedProps, { t }: Words): string =>
  paragraphs(
    t("accessDeclined.greeting", { name }),
    t("accessDeclined.body", { plan: planTitle }),
    t("accessDeclined.ask", { inviter: inviterName }),
    t("accessDeclined.footer"),
  );

export default function AccessDeclined({ words, ...props }: AccessDeclinedProps & { words: Words }) {
  const { t } = words;
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={t("accessDeclined.preview")}
      footer={<Small>{t("accessDeclined.footer")}</Small>}
    >
      <Title>{subject(props, words)}</Title>
      <Paragraph color="ink2">{t("accessDeclined.body", { plan: props.planTitle })}</Paragraph>
      <Paragraph color="ink2">{t("accessDeclined.ask", { inviter: props.inviterName })}</Paragraph>
    </Layout>
  );
}

AccessDeclined.PreviewProps = {
  name: "Jonas Keller",
  planTitle: "Replace the paper rota on fourteen wards",
  inviterName: "Lena Marsh",
} satisfies AccessDeclinedProps;
