"use client";

import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { DueDate } from "../_components/due-date";
import { usePersonName } from "../_components/people";
import { nextStepsOf } from "../_components/step-order";
import { stepPath } from "../_components/step-path";
import { usePlan } from "../_components/use-plan";

/** Says that there is nothing to do, and what the others are on. */
export function NothingForYou() {
  const t = useTranslations("overview.nothing");
  const nameOf = usePersonName();
  const view = usePlan();
  const next = nextStepsOf(view, () => true).slice(0, 3);
  const isOver = next.length === 0;

  return (
    <EmptyState
      title={isOver ? (view.steps.length === 0 ? t("noSteps") : t("allDone")) : t("title")}
      action={
        <ButtonLink href={stepPath({ planId: view.plan.id })}>{isOver ? t("addSteps") : t("seeSteps")}</ButtonLink>
      }
    >
      {isOver ? <p>{t("isOver")}</p> : <p>{t("others")}</p>}
      <ul className="mt-2 flex flex-col gap-1.5">
        {next.map((step) => {
          const owner = view.participants.find(({ id }) => id === step.ownerId);
          return (
            <li key={step.id} className="flex flex-wrap items-baseline gap-x-2">
              <span className="text-ink">{step.title}</span>
              <span className="text-sm text-ink-3">{owner ? nameOf(owner) : t("nobody")}</span>
              <DueDate step={step} today={view.today} />
            </li>
          );
        })}
      </ul>
    </EmptyState>
  );
}
