"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Participant } from "@/server/domain/participant/schemas";

/** Roles of the supplier's side that templates name; any other is shown as it was typed. */
const sellerRoles = [
  "account_executive",
  "solution_engineer",
  "security_officer",
  "legal",
  "customer_success",
] as const;

/** Whether a place on the plan still waits for somebody to be named. */
export const isOpenRole = (person: Participant): boolean => person.name === null && person.email === null;

/** What a person is on the plan for: "Legal", "Solution engineer"; empty when nobody has said. */
export function useRoleName(): (person: Participant) => string {
  const t = useTranslations("plan.sellerRole");
  const roles = useTranslations("common.buyingRole");
  return useCallback(
    ({ buyingRole, sellerRole, title }) => {
      if (buyingRole) return roles(buyingRole);
      const known = sellerRoles.find((role) => role === sellerRole);
      return known ? t(known) : (sellerRole ?? title ?? "");
    },
    [t, roles],
  );
}

/** "Priya Raman", "legal@northwind.example", or "Legal (open)" for a role that has nobody yet. */
export function usePersonName(): (person: Participant) => string {
  const t = useTranslations("plan");
  const roleOf = useRoleName();
  return useCallback(
    (person) => {
      if (person.name) return person.name;
      if (person.email) return person.email;
      const role = roleOf(person);
      return role ? t("openRole", { role }) : t("openPlace", { side: person.side });
    },
    [t, roleOf],
  );
}
