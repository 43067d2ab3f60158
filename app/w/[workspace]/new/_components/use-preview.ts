"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { type Draft, dateFault } from "./draft";

const settlesAfterMs = 250;

/** The plan that this draft would become, a moment after the last change; the one before stays until it is there. */
export function usePreview(workspaceId: string, { templateKey, anchor, anchorDate, country, customerName }: Draft) {
  const t = useTranslations("newPlan.preview");
  const api = useTRPC();
  const customer = customerName.trim().slice(0, 120);
  const wanted = {
    workspaceId,
    templateKey,
    anchor,
    anchorDate,
    country,
    customerName: customer || t("theCustomer"),
  };
  const asked = useSettled(wanted);
  const isDated = dateFault(asked.anchorDate) === null;
  const { data, isPlaceholderData, error, refetch } = useQuery(
    api.plan.preview.queryOptions(asked, {
      enabled: isDated,
      placeholderData: keepPreviousData,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const isBehind = isPlaceholderData || JSON.stringify(asked) !== JSON.stringify(wanted);
  return { shown: data ?? null, isBehind, isDated: dateFault(anchorDate) === null, error, retry: refetch };
}
export type PreviewState = ReturnType<typeof usePreview>;

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const words = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(words) as T), settlesAfterMs);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
