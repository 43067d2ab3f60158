import { z } from "zod";
import { Digits } from "./_components/code";
import { Layout } from "./_components/layout";
import { Note, Paragraph, Small, Title } from "./_components/text";
import { SixDigits } from "./fields";
import { paragraphs } from "./plain-text";
import type { Words } from "./words";

export const StepCodeProps = z.object({
  code: SixDigits,
  minutes: z.number().int().positive(),
  title: z.string(),
  planTitle: z.string(),
});
export type StepCodeProps = z.infer<typeof StepCodeProps>;

export const subject = ({ code }: StepCodeProps, { t }: Words) => t("stepCode.subject", { code });

export function text({ code, minutes, title, planTitle }: StepCodeProps, { t }: Words) {
  return paragraphs(
    t("stepCode.body", { title, plan: planTitle }),
    t("stepCode.digits", { code }),
    t("stepCode.lasts", { minutes }),
    t("stepCode.unasked"),
  );
}

/** Without a link on purpose: it is for whoever has the page open already. */
export default function StepCode({ words, ...props }: StepCodeProps & { words: Words }) {
  const { t } = words;
  const { code, minutes, title, planTitle } = props;
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={t("stepCode.preview", { minutes })}
      footer={<Small>{t("stepCode.unasked")}</Small>}
    >
      <Title>{t("stepCode.heading")}</Title>
      <Paragraph color="ink2">{t("stepCode.body", { title, plan: planTitle })}</Paragraph>
      <Digits code={code} />
      <Note style={{ margin: "12px 0 0" }}>{t("stepCode.lasts", { minutes })}</Note>
    </Layout>
  );
}

StepCode.PreviewProps = {
  code: "417052",
  minutes: 15,
  title: "Approve the business case",
  planTitle: "Replace the paper rota on fourteen wards",
} satisfies StepCodeProps;
