import { z } from "zod";
import { MainButton } from "./_components/button";
import { Code } from "./_components/code";
import { Layout } from "./_components/layout";
import { Note, Paragraph, Small, Title } from "./_components/text";
import { MailUrl, PlainDate, SixDigits } from "./fields";
import { lines, paragraphs } from "./plain-text";
import type { Words } from "./words";

export const WorkspaceInvitationProps = z.object({
  url: MailUrl,
  inviterName: z.string(),
  inviteeName: z.string().nullable(),
  workspaceName: z.string(),
  role: z.enum(["owner", "admin", "member"]),
  expiresOn: PlainDate,
  code: SixDigits.nullish(),
});
export type WorkspaceInvitationProps = z.infer<typeof WorkspaceInvitationProps>;

export const subject = ({ inviterName, workspaceName }: WorkspaceInvitationProps, { t }: Words) =>
  t("workspaceInvitation.subject", { inviter: inviterName, workspace: workspaceName });

export function text(props: WorkspaceInvitationProps, { t, to, day }: Words): string {
  const { url, inviterName: inviter, workspaceName: workspace, role, expiresOn, code } = props;
  const invitee = props.inviteeName === to ? null : props.inviteeName;
  return paragraphs(
    invitee ? t("workspaceInvitation.text.greeting", { name: invitee }) : t("workspaceInvitation.text.greetingUnnamed"),
    t("workspaceInvitation.text.ask", { inviter, workspace }),
    t("workspaceInvitation.body", { role }),
    lines(t("workspaceInvitation.text.open"), url),
    t("workspaceInvitation.only", { email: to, day: day(expiresOn) }),
    code && t("code.text", { code }),
    t("workspaceInvitation.unknown", { inviter }),
  );
}

export default function WorkspaceInvitation({ words, ...props }: WorkspaceInvitationProps & { words: Words }) {
  const { t, to, day } = words;
  const { url, inviterName: inviter, workspaceName: workspace, role, expiresOn, code } = props;
  const invitee = props.inviteeName === to ? null : props.inviteeName;
  return (
    <Layout
      words={words}
      title={subject(props, words)}
      preview={t("workspaceInvitation.preview", { workspace, role })}
      footer={<Small>{t("workspaceInvitation.unknown", { inviter })}</Small>}
    >
      <Note style={{ margin: "0 0 6px" }}>
        {invitee
          ? t("workspaceInvitation.over", { inviter, invitee })
          : t("workspaceInvitation.overUnnamed", { inviter })}
      </Note>
      <Title>{t("workspaceInvitation.heading", { workspace })}</Title>
      <Paragraph color="ink2">{t("workspaceInvitation.body", { role })}</Paragraph>
      <MainButton href={url}>{t("workspaceInvitation.button", { workspace })}</MainButton>
      <Note style={{ margin: "12px 0 0" }}>{t("workspaceInvitation.only", { email: to, day: day(expiresOn) })}</Note>
      {code && <Code code={code} words={words} />}
    </Layout>
  );
}

WorkspaceInvitation.PreviewProps = {
  url: "https://plans.example.com/invitation?token=Qm9vay1hLXNlYXQtZm9yLXRoZS1wbGFu",
  inviterName: "Lena Marsh",
  inviteeName: "Dana Kim",
  workspaceName: "Acme Scheduling",
  role: "member",
  expiresOn: "2026-11-30",
} satisfies WorkspaceInvitationProps as WorkspaceInvitationProps;
