import { createElement, type ReactElement } from "react";
import type { z } from "zod";
import * as accessDeclined from "@/emails/access-declined";
import * as accessRequest from "@/emails/access-request";
import * as digest from "@/emails/digest";
import * as invitation from "@/emails/invitation";
import * as invitationCode from "@/emails/invitation-code";
import * as invitationReminder from "@/emails/invitation-reminder";
import * as invitationUnanswered from "@/emails/invitation-unanswered";
import * as mailPaused from "@/emails/mail-paused";
import * as meeting from "@/emails/meeting";
import * as notification from "@/emails/notification";
import * as signIn from "@/emails/sign-in";
import * as stepCode from "@/emails/step-code";
import * as stepReminder from "@/emails/step-reminder";
import type { Words } from "@/emails/words";
import * as workspaceInvitation from "@/emails/workspace-invitation";
import { isolated, withoutTricks } from "./plain";

type Drawn = { subject: string; text: string; element: ReactElement };

export type Template = {
  draw(props: unknown, words: Words): Drawn;
  /** An example of its props. */
  example: object;
  /** Another, where it has a form of its own for one plan or person. */
  ofOne?: object;
};

type TemplateModule<Props extends object> = {
  subject(props: Props, words: Words): string;
  text(props: Props, words: Words): string;
  default: ((props: Props & { words: Words }) => ReactElement) & {
    PreviewProps: Props;
    OfOnePreviewProps?: Props;
  };
};

function template<Props extends object>(schema: z.ZodType<Props>, from: TemplateModule<Props>): Template {
  return {
    draw(given, words) {
      const parsed = schema.safeParse(given);
      if (!parsed.success) throw new UnrenderableMail(parsed.error.issues.map(({ path }) => path.join(".")).join(", "));
      const props = isolated(withoutTricks(parsed.data), words.dir);
      return {
        subject: from.subject(props, words),
        text: from.text(props, words),
        element: createElement(from.default, { ...props, words }),
      };
    },
    example: from.default.PreviewProps,
    ofOne: from.default.OfOnePreviewProps,
  };
}

/** Every mail that there is. */
export const templates: Record<string, Template> = {
  "sign-in": template(signIn.SignInProps, signIn),
  invitation: template(invitation.InvitationProps, invitation),
  "invitation-reminder": template(invitationReminder.InvitationReminderProps, invitationReminder),
  "invitation-code": template(invitationCode.InvitationCodeProps, invitationCode),
  "invitation-unanswered": template(invitationUnanswered.InvitationUnansweredProps, invitationUnanswered),
  "access-request": template(accessRequest.AccessRequestProps, accessRequest),
  "access-declined": template(accessDeclined.AccessDeclinedProps, accessDeclined),
  "mail-paused": template(mailPaused.MailPausedProps, mailPaused),
  "workspace-invitation": template(workspaceInvitation.WorkspaceInvitationProps, workspaceInvitation),
  digest: template(digest.DigestProps, digest),
  notification: template(notification.NotificationProps, notification),
  meeting: template(meeting.MeetingProps, meeting),
  "step-code": template(stepCode.StepCodeProps, stepCode),
  "step-reminder": template(stepReminder.StepReminderProps, stepReminder),
};

type Example = { template: string; props: object };

/** What is in the gallery and goes through the tests of all mails: each template's example, and its form for one where there is such. */
export const examples: Record<string, Example> = Object.fromEntries(
  Object.entries(templates).flatMap(([template, { example, ofOne }]): [string, Example][] => [
    [template, { template, props: example }],
    ...(ofOne ? [[`${template}-of-one`, { template, props: ofOne }] as [string, Example]] : []),
  ]),
);

/** No later try will render this mail: its template is unknown, or its props are not that template's. */
export class UnrenderableMail extends Error {
  override readonly name = "UnrenderableMail";
}
