"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { CadenceChoice } from "@/db/vocabulary";

/** "3 working days before, on the day, 2 and 5 working days after, then every week; 6 times at most" */
export function useCadenceWords(): (choice: CadenceChoice) => string {
  const t = useTranslations("reminders.cadence");
  const format = useFormatter();
  return (choice) => {
    if (choice === "off") return t("off");
    const before = choice.days.flatMap((count) => (count < 0 ? [-count] : []));
    const after = choice.days.filter((count) => count > 0);
    const numbers = (counts: number[]) =>
      counts
        .map(String)
        .reduce((first, next, at) =>
          at === counts.length - 1 ? t("pair", { first, last: next }) : t("more", { first, next }),
        );
    const counted = (counts: number[]) => ({ numbers: numbers(counts), last: counts.at(-1) ?? 0 });
    const parts = [
      before.length > 0 ? t("before", counted(before)) : null,
      choice.days.includes(0) ? t("onDay") : null,
      after.length > 0 ? t("after", counted(after)) : null,
      choice.weekly ? t("weekly") : null,
    ].filter((part) => part !== null);
    return t("most", { list: format.list(parts, { type: "unit" }), most: choice.most });
  };
}
