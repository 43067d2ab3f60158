import { z } from "zod";
import { MainButton } from "./_components/button";
import { Layout } from "./_components/layout";
import { Paragraph, Small, Title } from "./_components/text";
import { MailUrl } from "./fields";
import { firstName } from "./first-name";
import { lines, paragraphs } from "./plain-text";
import type { Words } from "./words";

export const MailPausedProps = z.object({
  url: MailUrl,
  name: z.string(),
  workspaceName: z.string(),
  sent: z.number().int(),
  bounced: z.number().int(),
  complained: z.number().int(),
});
export type MailPausedProps = z.infer<typeof MailPausedProps>;

export const subject = ({ workspaceName }: MailPausedProps, { t }: Words) =>
  t("mailPaused.subject", { workspace: workspaceName });

export function text(props: MailPausedProps, words: Words): string {
  const { t } = words;
  const { figures, meaning, ways } = speak(props, words);
  return paragraphs(
    t("mailPaused.greeting", { name: firstName(props.name) ?? props.name }),
    figures,
    meaning,
    ways,
    lines(t("mailPaused.button"), props.url),
    t("mailPaused.footer"),
  );
}

export default function MailPaused({ words, ...props }: MailPausedProps & { words: Words }) {
  const { t } = words;
  const { figures, meaning, ways } = speak(props, words);
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={figures}
      footer={<Small>{t("mailPaused.footer")}</Small>}
    >
      <Title>{subject(props, words)}</Title>
      <Paragraph color="ink2">{figures}</Paragraph>
      <Paragraph>{meaning}</Paragraph>
      <Paragraph>{ways}</Paragraph>
      <MainButton href={props.url}>{t("mailPaused.button")}</MainButton>
    </Layout>
  );
}

function speak({ workspaceName, sent, bounced, complained }: MailPausedProps, { t }: Words) {
  return {
    figures: t("mailPaused.figures", { workspace: workspaceName, sent, bounced, complained }),
    meaning: t("mailPaused.meaning"),
    ways: t("mailPaused.ways"),
  };
}

MailPaused.PreviewProps = {
  url: "https://plans.example.com/w/acme/members",
  name: "Lena Marsh",
  workspaceName: "Acme Scheduling",
  sent: 140,
  bounced: 9,
  complained: 0,
} satisfies MailPausedProps as MailPausedProps;
