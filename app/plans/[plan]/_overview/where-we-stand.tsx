"use client";

import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section } from "@/app/_components/shell/page-body";
import { planPath } from "@/app/_components/shell/paths";
import { stepPath } from "../_components/step-path";
import { usePlan } from "../_components/use-plan";

const looks = {
  on_track: { words: "text-accent", dot: "bg-accent" },
  at_risk: { words: "text-warn", dot: "bg-warn" },
  stalled: { words: "text-bad", dot: "bg-bad" },
};

/** Where each reason is dealt with. */
const placeOf = {
  step_stalled: (planId: string) => stepPath({ planId, show: "open" }),
  no_activity: (planId: string) => planPath(planId, "activity"),
  decision_date_passed: (planId: string) => stepPath({ planId, show: "open" }),
  overdue_buyer: (planId: string) => stepPath({ planId, show: "open", side: "buyer" }),
  overdue_supplier: (planId: string) => stepPath({ planId, show: "open", side: "seller" }),
  no_champion: (planId: string) => planPath(planId, "people"),
  problem_unwritten: (planId: string) => planPath(planId, "why"),
  problem_not_agreed: (planId: string) => planPath(planId, "why"),
};
type KnownReason = keyof typeof placeOf;

/** The plan's health as both sides see it, with the rules that fired. */
export function WhereWeStand() {
  const t = useTranslations("overview.health");
  const { plan, health } = usePlan();
  const look = looks[health.state];
  const reasons = health.reasons.flatMap(({ code, params }) =>
    code in placeOf ? [{ code: code as KnownReason, params }] : [],
  );

  return (
    <Section
      title={t("title")}
      ruled
      aside={
        <span className={clsx("font-medium", look.words)}>{t(`state.${health.state}`, { count: reasons.length })}</span>
      }
    >
      {reasons.length === 0 ? <p className="pt-3 text-ink-2">{t("nothing")}</p> : null}
      <ul>
        {reasons.map(({ code, params }) => (
          <li key={code} className="hairline-b flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
            <span aria-hidden="true" className={clsx("size-1.5 shrink-0 rounded-full", look.dot)} />
            <span className="min-w-0 flex-1 basis-48">
              {t(`reason.${code}`, {
                ...params,
                count: params.count ?? 0,
                days: params.days ?? 0,
                customer: plan.customerName,
                supplier: plan.supplierName,
              })}
            </span>
            <Link
              href={placeOf[code](plan.id)}
              className="tap-target text-sm text-accent underline-offset-3 hover:underline max-sm:ml-4.5"
            >
              {t(`action.${code}`)}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
