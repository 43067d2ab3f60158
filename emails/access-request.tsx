import { z } from "zod";
import { MainButton } from "./_components/button";
import { Card } from "./_components/card";
import { Layout } from "./_components/layout";
import { Note, Paragraph, Small, Title } from "./_components/text";
import { MailUrl } from "./fields";
import { firstName } from "./first-name";
import { lines, paragraphs } from "./plain-text";
import type { Words } from "./words";

export const AccessRequestProps = z.object({
  url: MailUrl,
  readerName: z.string().nullable(),
  name: z.string(),
  email: z.string(),
  why: z.string(),
  planTitle: z.string(),
  customerName: z.string(),
  supplierName: z.string(),
  side: z.enum(["buyer", "seller"]),
});
export type AccessRequestProps = z.infer<typeof AccessRequestProps>;

export const subject = ({ name, planTitle }: AccessRequestProps, { t }: Words) =>
  t("accessRequest.subject", { name, plan: planTitle });

export function text(props: AccessRequestProps, { t }: Words): string {
  const { url, name, email, why } = props;
  const reader = firstName(props.readerName);
  return paragraphs(
    reader ? t("accessRequest.greeting", { name: reader }) : t("accessRequest.greetingUnnamed"),
    t("accessRequest.body", asked(props)),
    lines(t("accessRequest.writesText", { name }), why),
    lines(t("accessRequest.open"), url),
    t("accessRequest.nobody", { email }),
    t("accessRequest.check"),
  );
}

export default function AccessRequest({ words, ...props }: AccessRequestProps & { words: Words }) {
  const { t } = words;
  const { url, name, email, why } = props;
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={t("accessRequest.preview")}
      footer={<Small>{t("accessRequest.check")}</Small>}
    >
      <Title>{subject(props, words)}</Title>
      <Paragraph color="ink2">{t("accessRequest.body", asked(props))}</Paragraph>
      <Card>
        <Note style={{ margin: 0 }}>{t("accessRequest.writes", { name })}</Note>
        <Paragraph style={{ margin: "4px 0 0" }}>{why}</Paragraph>
      </Card>
      <MainButton href={url}>{t("accessRequest.button")}</MainButton>
      <Note style={{ margin: "12px 0 0" }}>{t("accessRequest.nobody", { email })}</Note>
    </Layout>
  );
}

const asked = ({ name, email, planTitle, customerName, supplierName, side }: AccessRequestProps) => ({
  name,
  email,
  plan: planTitle,
  company: side === "buyer" ? customerName : supplierName,
});

AccessRequest.PreviewProps = {
  url: "https://plans.example.com/request?token=Qm9vay1hLXNlYXQtZm9yLXRoZS1wbGFu",
  readerName: "Priya Raman",
  name: "Jonas Keller",
  email: "j.keller@northwind.example",
  why: "Hana asked me to look at the rota for the night shifts while she is away.",
  planTitle: "Replace the paper rota on fourteen wards",
  customerName: "Northwind Health",
  supplierName: "Acme Scheduling",
  side: "buyer",
} satisfies AccessRequestProps as AccessRequestProps;
