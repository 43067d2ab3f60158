"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { PlanListItem } from "@/server/domain/plan/schemas";

const looks = {
  on_track: { words: "text-accent", dot: "bg-accent" },
  at_risk: { words: "text-warn", dot: "bg-warn" },
  stalled: { words: "text-bad", dot: "bg-bad" },
};

type HealthWordsProps = { plan: PlanListItem; className?: string };

/** How the plan does, and the gravest reason for it, in the words that the plan itself uses. */
export function HealthWords({ plan, className }: HealthWordsProps) {
  const t = useTranslations("workspace.plans");
  const overview = useTranslations("overview.health");
  const { state, reasons } = plan.health;
  const [main] = reasons;
  const look = looks[state];
  return (
    <div className={clsx("flex min-w-0 items-start gap-2.5", className)}>
      <span aria-hidden="true" className={clsx("mt-[0.45em] size-2 shrink-0 rounded-full", look.dot)} />
      <div className="min-w-0">
        <p className={clsx("font-medium", look.words)}>{t(`health.${state}`)}</p>
        <p className="text-sm text-ink-2">
          {main && overview.has(reasonKey(main.code))
            ? overview(reasonKey(main.code), {
                ...main.params,
                count: main.params["count"] ?? 0,
                days: main.params["days"] ?? 0,
                customer: plan.customerName,
                supplier: plan.supplierName,
              })
            : overview("nothing")}
          {reasons.length > 1 ? (
            <span className="text-ink-3"> {t("moreReasons", { count: reasons.length - 1 })}</span>
          ) : null}
        </p>
      </div>
    </div>
  );
}

type Reasons = keyof (typeof import("@/app/_messages/en/overview.json"))["health"]["reason"];

const reasonKey = (code: string) => `reason.${code as Reasons}` as const;
