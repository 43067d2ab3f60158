import type { createTranslator } from "next-intl";
import type { Messages } from "@/app/_messages";

/** What a template needs to speak its reader's language. */
export type Words = {
  t: ReturnType<typeof createTranslator<Messages, "emails">>;
  lang: string;
  dir: "ltr" | "rtl";
  /** The address that the mail goes to. */
  to: string;
  /** "Thu 27 Nov", with the year when it is not `today`'s. */
  day(date: string, today?: string): string;
  /** "Thursday" */
  weekday(date: string): string;
};
