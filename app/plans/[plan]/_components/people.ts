"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Participant } from "@/server/domain/participant/schemas";

/** Whether a place on the plan still waits for somebody to be named. */
export const isOpenRole = (person: Participant): boolean => person.name === null && person.email === null;

/** "Priya Raman", "legal@northwind.example", or "Legal (open)" for a role that has nobody yet. */
export function usePersonName(): (person: Participant) => string {
  const t = useTranslations("plan");
  const roles = useTranslations("common.buyingRole");
  return useCallback(
    (person) => {
      if (person.name) return person.name;
      if (person.email) return person.email;
      const role = person.buyingRole ? roles(person.buyingRole) : (person.sellerRole ?? person.title);
      return role ? t("openRole", { role }) : t("openPlace", { side: person.side });
    },
    [t, roles],
  );
}
