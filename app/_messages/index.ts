import { type AppLocale, pseudoLocale } from "@/app/_i18n/locales";
import { pseudoMessages } from "@/app/_i18n/pseudo";
import access from "./en/access.json";
import activity from "./en/activity.json";
import calendar from "./en/calendar.json";
import common from "./en/common.json";
import dates from "./en/dates.json";
import decision from "./en/decision.json";
import delivery from "./en/delivery.json";
import emails from "./en/emails.json";
import errors from "./en/errors.json";
import home from "./en/home.json";
import landing from "./en/landing.json";
import mailbox from "./en/mailbox.json";
import newPlan from "./en/newPlan.json";
import news from "./en/news.json";
import notifications from "./en/notifications.json";
import overview from "./en/overview.json";
import people from "./en/people.json";
import plan from "./en/plan.json";
import preferences from "./en/preferences.json";
import reminders from "./en/reminders.json";
import shell from "./en/shell.json";
import steps from "./en/steps.json";
import why from "./en/why.json";
import workspace from "./en/workspace.json";
import { translated } from "./translated";

const en = {
  access,
  activity,
  calendar,
  common,
  dates,
  decision,
  delivery,
  emails,
  errors,
  home,
  landing,
  mailbox,
  newPlan,
  news,
  notifications,
  overview,
  people,
  plan,
  preferences,
  reminders,
  shell,
  steps,
  why,
  workspace,
};

export type Messages = typeof en;
export type Namespace = keyof Messages;

const learned = new Map<AppLocale, Messages>([["en", en]]);

/** All texts in one language. It is read at the first reader who wants it, and kept. */
export function messagesFor(locale: AppLocale): Messages {
  const messages = learned.get(locale) ?? (locale === pseudoLocale ? pseudoMessages(en) : translated(en, locale));
  learned.set(locale, messages);
  return messages;
}
