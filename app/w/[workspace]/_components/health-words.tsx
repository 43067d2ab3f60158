"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { PlanListItem } from "@/server/domain/plan/schemas";
import { isFinished } from "./plan-order";

const looks = {
  on_track: { words: "text-accent", dot: "bg-accent" },
  at_risk: { words: "text-warn", dot: "bg-warn" },
  stalled: { words: "text-bad", dot: "bg-bad" },
};

type HealthWordsProps = { plan: PlanListItem; className?: string };

/** How the plan does, and the gravest reason for it, in the words that the plan itself uses. */
export function HealthWords({ plan, className }: HealthWordsProps) {
  const t = useTranslations("workspace.plans");
  const reason = useMainReason();
  const look = looks[plan.health.state];
  return (
    <div className={clsx("flex min-w-0 items-start gap-2.5", className)}>
      <span aria-hidden="true" className={clsx("mt-[0.45em] size-2 shrink-0 rounded-full", look.dot)} />
      <div className="min-w-0">
        <p className={clsx("font-medium", look.words)}>{t(`health.${plan.health.state}`)}</p>
        <p className="text-sm text-ink-2">{reason(plan)}</p>
      </div>
    </div>
  );
}

function useMainReason() {
  const t = useTranslations("workspace.plans");
  const overview = useTranslations("overview.health");
  return (plan: PlanListItem): string => {
    const [main, ...others] = plan.health.reasons;
    if (isFinished(plan)) return t("allDone", { count: plan.stepsTotal });
    if (!main || !overview.has(reasonKey(main.code))) return overview("nothing");
    const { count = 0, days = 0 } = main.params;
    const names = { customer: plan.customerName, supplier: plan.supplierName };
    const reason = overview(reasonKey(main.code), { count, days, ...names });
    return t("reason", { reason, more: others.length });
  };
}

type Reasons = keyof typeof import("@/app/_messages/en/overview.json")["health"]["reason"];

const reasonKey = (code: string) => `reason.${code as Reasons}` as const;
