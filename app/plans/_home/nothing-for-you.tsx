"use client";

import { useSuspenseQueries } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { DateText } from "@/app/_components/ui/date-text";
import { Dotted } from "@/app/_components/ui/dotted";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useTRPC } from "@/app/_trpc/client";
import type { PlanListItem, PlanView } from "@/server/domain/plan/schemas";
import { usePersonName } from "../[plan]/_components/people";
import { nextStepsOf } from "../[plan]/_components/step-order";
import { stepPath } from "../[plan]/_components/step-path";
import { othersShown } from "./step-groups";

type NothingForYouProps = { plans: readonly PlanListItem[]; today: string };

/** Says so, and what the others are on. */
export function NothingForYou({ plans, today }: NothingForYouProps) {
  const t = useTranslations("home.nothing");
  const api = useTRPC();
  const views = useSuspenseQueries({
    queries: plans.slice(0, othersShown).map(({ id }) => api.plan.read.queryOptions({ planId: id })),
  }).map(({ data }) => data);
  const next = views.flatMap((view) => nextOfOthers(view).map((step) => ({ step, view })));
  return (
    <EmptyState title={t("title")}>
      <p>{next.length > 0 ? t("others") : t("allDone")}</p>
      {next.length > 0 ? (
        <ul className="mt-3 flex flex-col gap-2">
          {next.map(({ step, view }) => (
            <OthersStep key={step.id} step={step} view={view} today={today} />
          ))}
        </ul>
      ) : null}
    </EmptyState>
  );
}

const nextOfOthers = (view: PlanView) =>
  nextStepsOf(view, ({ ownerId }) => ownerId !== null && ownerId !== view.me.participantId).slice(0, 2);

type OthersStepProps = { step: PlanView["steps"][number]; view: PlanView; today: string };

function OthersStep({ step, view, today }: OthersStepProps) {
  const nameOf = usePersonName();
  const owner = view.participants.find(({ id }) => id === step.ownerId);
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <Link
        href={stepPath({ planId: view.plan.id, step: step.id })}
        className="text-ink underline-offset-3 hover:underline"
      >
        {step.title}
      </Link>
      <span className="text-sm text-ink-3">
        <Dotted>
          {owner ? nameOf(owner) : null}
          {step.dueOn ? <DateText date={step.dueOn} today={today} form="near" /> : null}
        </Dotted>
      </span>
    </li>
  );
}
