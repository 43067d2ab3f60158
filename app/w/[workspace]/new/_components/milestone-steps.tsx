"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { DateText } from "@/app/_components/ui/date-text";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import type { PreviewState } from "./use-preview";

type Milestone = NonNullable<PreviewState["shown"]>["milestones"][number];
type MilestoneStepsProps = { milestone: Milestone; customer: string; today: string };

/** How much work it is and whose; the steps themselves a press away. */
export function MilestoneSteps({ milestone, customer, today }: MilestoneStepsProps) {
  const t = useTranslations("newPlan.preview");
  const { steps } = milestone;
  if (steps.length === 0) return null;
  const buyer = steps.filter(({ side }) => side === "buyer").length;
  return (
    <details className="group">
      <summary className="-ml-1 inline-flex min-h-6 cursor-pointer list-none items-center gap-1 rounded-sm px-1 text-sm text-ink-2 hover:text-ink max-sm:min-h-11 [&::-webkit-details-marker]:hidden">
        {t("sides", { buyer, seller: steps.length - buyer, customer: customer || t("theCustomer") })}
        <ChevronRight size={13} aria-hidden="true" className="text-ink-3 group-open:rotate-90" />
      </summary>
      <ol className="mt-1 mb-1.5 flex flex-col gap-1.5">
        {steps.map((step) => (
          <li key={step.title} className="flex items-baseline justify-between gap-4 text-sm text-ink-2">
            <span className="min-w-0 wrap-anywhere">
              {step.title} <ZoneMark zone={step.zone} />
            </span>
            <DateText date={step.dueOn} today={today} form="short" className="shrink-0 text-ink-3" />
          </li>
        ))}
      </ol>
    </details>
  );
}
