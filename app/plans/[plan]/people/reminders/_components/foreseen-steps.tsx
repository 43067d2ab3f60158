"use client";

import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import type { ForeseenMail } from "@/server/domain/foreseen/schemas";
import { stepPath } from "../../../_components/step-path";
import { usePlan } from "../../../_components/use-plan";

/** What a reminder is of; what is held back in it is crossed out. */
export function ForeseenSteps({ steps }: Pick<ForeseenMail, "steps">) {
  const t = useTranslations("reminders.plan");
  const { plan } = usePlan();
  return (
    <ul className="mt-0.5">
      {steps.map((step) => (
        <li key={step.stepId} className="flex flex-wrap items-baseline gap-x-2 text-sm text-ink-2">
          <Link
            href={stepPath({ planId: plan.id, step: step.stepId })}
            className={clsx(
              "wrap-anywhere text-ink underline-offset-3 hover:underline",
              step.isHeld && "text-ink-2 line-through",
            )}
          >
            {step.title}
          </Link>
          <span>{t(`reason.${step.reason}`)}</span>
          {step.isLast ? <span className="font-medium text-bad">{t("last")}</span> : null}
          <ZoneMark zone={step.zone} />
        </li>
      ))}
    </ul>
  );
}
