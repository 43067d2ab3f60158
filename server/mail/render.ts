import { createTranslator } from "next-intl";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import { type AppLocale, locales } from "@/app/_i18n/locales";
import { messagesFor } from "@/app/_messages";
import { withOutlookComments } from "@/emails/_components/outlook";
import * as invitation from "@/emails/invitation";
import * as signIn from "@/emails/sign-in";
import * as stepReminder from "@/emails/step-reminder";
import type { Words } from "@/emails/words";
import * as workspaceInvitation from "@/emails/workspace-invitation";
import { clipped, withoutTricks } from "./plain";

const MOST_IN_SUBJECT = 200;

/** The one that mail programs are used to: with it, cells are as high as what stands in them. */
const doctype =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

type Rendered = { subject: string; html: string; text: string };
type Template = (props: unknown, words: Words) => { subject: string; text: string; element: ReactElement };

type TemplateModule<Props extends object> = {
  subject(props: Props, words: Words): string;
  text(props: Props, words: Words): string;
  default: (props: Props & { words: Words }) => ReactElement;
};

function template<Props extends object>(schema: z.ZodType<Props>, from: TemplateModule<Props>): Template {
  return (given, words) => {
    const parsed = schema.safeParse(given);
    if (!parsed.success) throw new UnrenderableMail(parsed.error.issues.map(({ path }) => path.join(".")).join(", "));
    const props = withoutTricks(parsed.data);
    return {
      subject: from.subject(props, words),
      text: from.text(props, words),
      element: createElement(from.default, { ...props, words }),
    };
  };
}

const templates: Record<string, Template> = {
  "sign-in": template(signIn.SignInProps, signIn),
  invitation: template(invitation.InvitationProps, invitation),
  "workspace-invitation": template(workspaceInvitation.WorkspaceInvitationProps, workspaceInvitation),
  "step-reminder": template(stepReminder.StepReminderProps, stepReminder),
};

/** No later try will render this mail: its template is unknown, or its props are not that template's. */
export class UnrenderableMail extends Error {
  override readonly name = "UnrenderableMail";
}

type MailToRender = { template: string; props: unknown; to: string; locale: string };

/** The same row makes the same mail, whenever it is rendered. */
export async function renderMail({ template: name, props, to, locale }: MailToRender): Promise<Rendered> {
  const make = Object.hasOwn(templates, name) ? templates[name] : undefined;
  if (!make) throw new UnrenderableMail(`no template ${name}`);
  const { subject, text, element } = make(props, wordsFor(locale, to));
  // Rendering is the dearest part of sending: this way it takes half the time of react-email's own, which streams.
  const html = `${doctype}${withOutlookComments(renderToStaticMarkup(element))}`;
  return { subject: clipped(subject, MOST_IN_SUBJECT), html, text };
}

const rightToLeft = /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/;
const spoken = new Map<AppLocale, Omit<Words, "to">>();

/** Translators keep the messages that they have read: one per language serves all mails. */
export function wordsFor(wanted: string, to: string): Words {
  const locale: AppLocale = locales.find((known) => known === wanted) ?? "en";
  const words = spoken.get(locale) ?? learn(locale);
  spoken.set(locale, words);
  return { ...words, to };
}

function learn(locale: AppLocale): Omit<Words, "to"> {
  const messages = messagesFor(locale);
  const t = createTranslator({ locale, messages, namespace: "emails" });
  const names = createTranslator({ locale, messages, namespace: "dates" });
  return {
    t,
    lang: locale,
    dir: rightToLeft.test(locale) ? "rtl" : "ltr",
    day: (date, today) => {
      const { dayOfWeek, day, month, year } = Temporal.PlainDate.from(date);
      const words = {
        weekday: names(`weekday.${`${dayOfWeek % 7}` as "0"}`),
        day,
        month: names(`month.${`${month}` as "1"}`),
        year: String(year),
      };
      const isOtherYear = today !== undefined && year !== Temporal.PlainDate.from(today).year;
      return isOtherYear ? t("dayOfYear", words) : t("day", words);
    },
  };
}
