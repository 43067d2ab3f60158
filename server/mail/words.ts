import { createTranslator } from "next-intl";
import { Temporal } from "temporal-polyfill";
import { type AppLocale, languageOf, pseudoLocale } from "@/app/_i18n/locales";
import { messagesFor } from "@/app/_messages";
import type { Words } from "@/emails/words";

const rightToLeft = /^(ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/;
const spoken = new Map<AppLocale, Omit<Words, "to">>();

/** Translators keep the messages that they have read: one per language serves all mails. */
export function wordsFor(wanted: string, to: string): Words {
  const locale: AppLocale = wanted === pseudoLocale ? pseudoLocale : (languageOf(wanted) ?? "en");
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
    news: createTranslator({ locale, messages, namespace: "news" }),
    told: createTranslator({ locale, messages, namespace: "notifications" }),
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
    weekday: (date) => names(`weekdayLong.${`${Temporal.PlainDate.from(date).dayOfWeek % 7}` as "0"}`),
  };
}
