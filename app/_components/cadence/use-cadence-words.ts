"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { CadenceChoice } from "@/db/vocabulary";

/** "3 working days before, on the day, 2 working days after, then every week; 6 times at most" */
export function useCadenceWords(): (choice: CadenceChoice) => string {
  const t = useTranslations("reminders.cadence");
  const format = useFormatter();
  return (choice) => {
    if (choice === "off") return t("off");
    const days = choice.days.map((count) => {
      if (count === 0) return t("onDay");
      return count < 0 ? t("before", { days: -count }) : t("after", { days: count });
    });
    const list = format.list(choice.weekly ? [...days, t("weekly")] : days, { type: "unit" });
    return t("most", { list, most: choice.most });
  };
}
