"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { PlanLine } from "@/app/_components/line/plan-line";
import { planPath } from "@/app/_components/shell/paths";
import { MomentText } from "@/app/_components/ui/date-text";
import { Dotted } from "@/app/_components/ui/dotted";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import type { PlanListItem } from "@/server/domain/plan/schemas";
import { HealthWords } from "./health-words";
import { isFinished, stopsOf } from "./plan-order";

type PlanRowProps = { plan: PlanListItem; today: string; now: Date };

export function PlanRow({ plan, today, now }: PlanRowProps) {
  return (
    <li className="hairline-b relative grid gap-x-10 gap-y-3 py-4.5 hover:bg-sunken/35 lg:grid-cols-[minmax(0,6fr)_minmax(0,5fr)] lg:gap-y-3.5 xl:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,5fr)]">
      <div className="min-w-0">
        <p className="text-sm text-ink-2">{plan.customerName}</p>
        <h2 className="text-base tracking-[-0.01em] wrap-anywhere">
          <Link href={planPath(plan.id)} className="underline-offset-3 after:absolute after:inset-0 hover:underline">
            {plan.title}
          </Link>
        </h2>
      </div>
      <div className="flex min-w-0 flex-col gap-1.5 lg:pt-0.5">
        <PlanLine compact stops={stopsOf(plan)} today={today} stalled={plan.health.state === "stalled"} />
        <Dates plan={plan} today={today} now={now} />
      </div>
      <HealthWords plan={plan} className="lg:max-xl:col-span-2" />
    </li>
  );
}

function Dates({ plan, today, now }: PlanRowProps) {
  const t = useTranslations("workspace.plans");
  const dates = useDateWords();
  const isOver = plan.decidesOn < today && !isFinished(plan);
  return (
    <p className="flex flex-wrap justify-between gap-x-4 text-sm text-ink-2 lg:flex-col">
      <Dotted>
        <span>
          {t.rich(isOver ? "decided" : "decides", {
            date: () => (
              <time dateTime={plan.decidesOn} title={dates.exact(plan.decidesOn)}>
                {dates.short(plan.decidesOn, today)}
              </time>
            ),
          })}
        </span>
        {plan.stepsTotal > 0 ? t("steps", { done: plan.stepsDone, total: plan.stepsTotal }) : null}
      </Dotted>
      {plan.lastEventAt ? (
        <span className="text-ink-3">
          {t.rich("moved", { when: () => <MomentText at={plan.lastEventAt ?? now} now={now} form="day" /> })}
        </span>
      ) : null}
    </p>
  );
}
