import { z } from "zod";
import { MainButton } from "./_components/button";
import { Code } from "./_components/code";
import { Layout } from "./_components/layout";
import { Note, Paragraph, Small, Title } from "./_components/text";
import { MailUrl, SixDigits } from "./fields";
import { lines, paragraphs } from "./plain-text";
import type { Words } from "./words";

export const SignInProps = z.object({ url: MailUrl, code: SixDigits, minutes: z.number().int().positive() });
export type SignInProps = z.infer<typeof SignInProps>;

export const subject = ({ code }: SignInProps, { t }: Words) => t("signIn.subject", { code });

export function text({ url, code, minutes }: SignInProps, { t, to }: Words): string {
  return paragraphs(
    t("signIn.heading"),
    lines(t("signIn.text"), url),
    t("code.text", { code }),
    t("signIn.lasts", { minutes, email: to }),
    t("signIn.unasked"),
  );
}

export default function SignIn({ words, ...props }: SignInProps & { words: Words }) {
  const { t, to } = words;
  const { url, code, minutes } = props;
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={t("signIn.preview", { minutes })}
      footer={<Small>{t("signIn.unasked")}</Small>}
    >
      <Title>{t("signIn.heading")}</Title>
      <Paragraph color="ink2">{t("signIn.body")}</Paragraph>
      <MainButton href={url}>{t("signIn.button")}</MainButton>
      <Note style={{ margin: "12px 0 0" }}>{t("signIn.lasts", { minutes, email: to })}</Note>
      <Code code={code} words={words} />
    </Layout>
  );
}

SignIn.PreviewProps = {
  url: "https://plans.example.com/sign-in/confirm?token=Qm9vay1hLXNlYXQtZm9yLXRoZS1wbGFu",
  code: "417052",
  minutes: 15,
} satisfies SignInProps;
