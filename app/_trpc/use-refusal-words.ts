"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { RefusalShape } from "@/server/trpc/init";

const faults = ["required", "too_long", "not_a_date", "date_out_of_range", "not_a_domain"] as const;

/** A refusal as one sentence that says what to do next. */
export function useRefusalWords(): (refusal: RefusalShape) => string {
  const t = useTranslations("errors");
  return useCallback(
    ({ code, details }) => {
      const isOffline = code === "unexpected" && !details.name;
      if (isOffline) return t("network");
      const fault = Object.values(details.fields ?? {})[0];
      const told = faults.find((one) => one === fault);
      if (code === "invalid" && told) return t(`field.${told}`);
      const between = code === "cycle" ? " → " : ", ";
      return t(code, {
        titles: (details.titles ?? []).join(between),
        name: details.name ?? "none",
        seconds: details.seconds ?? 0,
        left: details.left ?? 0,
      });
    },
    [t],
  );
}
