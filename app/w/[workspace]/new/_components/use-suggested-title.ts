import { useTranslations } from "next-intl";
import { type Draft, longest } from "./draft";

type Named = { key: string; name: string };

/** What the plan is called until somebody says better: by its customer and its template. */
export function useSuggestedTitle({ customerName, templateKey }: Draft, templates: readonly Named[]): string {
  const t = useTranslations("newPlan.suggestedTitle");
  const customer = customerName.trim();
  if (customer === "") return "";
  const suggested = titleOf(customer);
  return suggested.length <= longest.title ? suggested : customer;

  function titleOf(customer: string) {
    if (templateKey === null) return t("none", { customer });
    if (isWorded(templateKey)) return t(templateKey, { customer });
    const template = templates.find(({ key }) => key === templateKey)?.name ?? "";
    return t("other", { customer, template });
  }
}

const worded = ["enterprise-software", "pilot", "public-tender"] as const;
const isWorded = (key: string): key is (typeof worded)[number] => worded.some((each) => each === key);
