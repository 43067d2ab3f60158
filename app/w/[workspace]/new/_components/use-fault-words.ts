import { useTranslations } from "next-intl";
import type { Faults, PlannedField } from "./draft";

export function useFaultWords() {
  const t = useTranslations("newPlan.fault");
  return (field: PlannedField, faults: Faults): string | null => {
    const fault = faults[field];
    if (!fault) return null;
    if (fault === "required" && (field === "customerName" || field === "title")) return t(`required.${field}`);
    return t(fault === "required" ? "wrong" : fault);
  };
}
