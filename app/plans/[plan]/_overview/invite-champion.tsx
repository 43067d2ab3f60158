"use client";

import { useTranslations } from "next-intl";
import { planPath } from "@/app/_components/shell/paths";
import { ButtonLink } from "@/app/_components/ui/button";
import { usePlan } from "../_components/use-plan";

/** The seller's first step on a fresh plan. */
export function InviteChampion() {
  const t = useTranslations("overview.inviteChampion");
  const next = useTranslations("overview.next");
  const { plan } = usePlan();
  return (
    <article className="rounded-xl border border-line bg-surface p-6 max-sm:p-5">
      <p className="text-sm text-ink-2">{next("heading")}</p>
      <h2 className="mt-2 text-lg wrap-anywhere">{t("title", { customer: plan.customerName })}</h2>
      <p className="mt-1 text-sm text-ink-2">{t("why")}</p>
      <div className="mt-4">
        <ButtonLink variant="primary" href={`${planPath(plan.id, "people")}?invite=champion`}>
          {t("act")}
        </ButtonLink>
      </div>
    </article>
  );
}
