import type { createTranslator } from "next-intl";
import type { Messages } from "@/app/_messages";

/** What a template needs to speak its reader's language. */
export type Words = {
  t: ReturnType<typeof createTranslator<Messages, "emails">>;
  /** Of the mails that tell what happened. */
  news: ReturnType<typeof createTranslator<Messages, "news">>;
  /** The sentences of notifications, as the portal says them. */
  told: ReturnType<typeof createTranslator<Messages, "notifications">>;
  lang: string;
  dir: "ltr" | "rtl";
  /** The address that the mail goes to. */
  to: string;
  /** "Thu 27 Nov", with the year when it is not `today`'s. */
  day(date: string, today?: string): string;
  /** "Thursday" */
  weekday(date: string): string;
};

/** One after the other, each closed as the language closes a sentence. */
export const sentences = (said: string[], { t }: Words): string =>
  said
    .map((words) => t("sentence", { words }))
    .reduce((first, next) => (first === "" ? next : t("follows", { first, next })), "");

export const labelled = (label: string, value: string, { t }: Words): string => t("labelled", { label, value });

/** Over a list. */
export const headed = (heading: string, words: Words): string => labelled(heading, "", words).trim();

/** With who alone sees it, where that isn't everybody. */
export const inZone = (
  { zone }: { zone: "shared" | "committee" | "seller" },
  words: string,
  { t, news }: Words,
): string => (zone === "shared" ? words : t("aside", { words, aside: news(`zone.${zone}`) }));
