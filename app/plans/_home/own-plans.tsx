"use client";

import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { LineStop } from "@/app/_components/line/line-shape";
import { PlanLine } from "@/app/_components/line/plan-line";
import { ownPlansId, planPath } from "@/app/_components/shell/paths";
import { Dotted } from "@/app/_components/ui/dotted";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import type { PlanListItem } from "@/server/domain/plan/schemas";

type OwnPlansProps = { plans: readonly PlanListItem[]; today: string; className?: string };

/** The reader's plans, each with its line and how it stands. */
export function OwnPlans({ plans, today, className }: OwnPlansProps) {
  const t = useTranslations("home.plans");
  return (
    <section id={ownPlansId} aria-labelledby={`${ownPlansId}-title`} className={clsx("scroll-mt-6", className)}>
      <h2 id={`${ownPlansId}-title`} className="hairline-b pb-2 text-sm font-medium tracking-normal text-ink-2">
        {t("title")}
      </h2>
      <ul>
        {plans.map((plan) => (
          <OwnPlan key={plan.id} plan={plan} today={today} />
        ))}
      </ul>
    </section>
  );
}

const healthLook = { on_track: "text-ink-2", at_risk: "font-medium text-warn", stalled: "font-medium text-bad" };

function OwnPlan({ plan, today }: { plan: PlanListItem; today: string }) {
  const t = useTranslations("home.plans");
  const shell = useTranslations("shell");
  const dates = useDateWords();
  const isDone = plan.stepsTotal > 0 && plan.stepsDone === plan.stepsTotal;
  const isLate = !isDone && plan.decidesOn < today;
  return (
    <li className="hairline-b grid items-center gap-x-10 gap-y-2 py-4 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_13.5rem]">
      <div className="min-w-0">
        <Link href={planPath(plan.id)} className="font-medium wrap-anywhere underline-offset-3 hover:underline">
          {plan.title}
        </Link>
        <p className="text-sm text-ink-2">
          {shell("with", { customer: plan.customerName, supplier: plan.supplierName })}
        </p>
      </div>
      <PlanLine compact stops={stopsOf(plan)} today={today} stalled={plan.health.state === "stalled"} />
      <div className="flex flex-wrap justify-between gap-x-3 text-sm text-ink-2 lg:flex-col">
        <p>
          <Dotted>
            <time dateTime={plan.decidesOn} title={dates.exact(plan.decidesOn)}>
              {t(isLate ? "wasToDecide" : "decides", { date: dates.short(plan.decidesOn, today) })}
            </time>
            {isDone ? (
              t("done")
            ) : (
              <span className={healthLook[plan.health.state]}>{t(`health.${plan.health.state}`)}</span>
            )}
          </Dotted>
        </p>
        <p className="text-ink-3">
          {plan.stepsTotal > 0 ? t("steps", { done: plan.stepsDone, total: plan.stepsTotal }) : t("noSteps")}
        </p>
      </div>
    </li>
  );
}

function stopsOf({ milestones }: PlanListItem): LineStop[] {
  return milestones.map(({ id, title, dueOn, isDecision, done, total }) => ({
    id,
    title,
    due: dueOn,
    status: total > 0 && done === total ? "done" : done > 0 ? "doing" : "todo",
    stepsDone: done,
    stepsTotal: total,
    kind: isDecision ? "decision" : "milestone",
  }));
}
