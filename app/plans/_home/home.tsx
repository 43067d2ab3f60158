"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, Suspense } from "react";
import { PageBody, WithSide } from "@/app/_components/shell/page-body";
import { PageHeader } from "@/app/_components/shell/page-header";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useTRPC } from "@/app/_trpc/client";
import type { HomeStep } from "@/server/domain/person/schemas";
import { NameYourself } from "./name-yourself";
import { NoPlan } from "./no-plan";
import { NothingForYou } from "./nothing-for-you";
import { OwnPlans } from "./own-plans";
import { OwnStep } from "./own-step";
import { byDate, groupOf, mostUrgent, stepGroups } from "./step-groups";
import { StepList } from "./step-list";
import { useFinishing } from "./use-finishing";
import { useHome } from "./use-home";
import { WaitingForOthers } from "./waiting-for-others";

/** What one person can do next, over all their plans, and the plans. */
export function Home({ asksName }: { asksName: boolean }) {
  const t = useTranslations("home");
  const { mine, others, plans, today } = useHome();
  const { data: self } = useSuspenseQuery(useTRPC().person.me.queryOptions({}));
  const finishing = useFinishing();
  const open = mine.filter(({ id }) => !finishing.finished.has(id));
  const shown = [...open, ...finishing.finished.values()].sort(byDate);

  return (
    <PageBody>
      <PageHeader
        title={t("title")}
        lead={
          plans.length > 0 ? t("lead", { plans: plans.length, things: open.length, ...urgency(open, today) }) : null
        }
        className="mb-7!"
      />
      {self.name === null && asksName ? <NameYourself self={self} /> : null}
      {plans.length === 0 ? (
        <NoPlan self={self} />
      ) : (
        <>
          <Beside side={others.length > 0 ? <WaitingForOthers steps={others} today={today} /> : null}>
            {open.length === 0 ? (
              <Suspense fallback={<EmptyState title={t("nothing.title")} />}>
                <NothingForYou plans={plans} today={today} />
              </Suspense>
            ) : null}
            {stepGroups.map((group) => {
              const steps = shown.filter((step) => groupOf(step, today) === group);
              if (steps.length === 0) return null;
              return (
                <StepList key={group} title={t(`group.${group}`)}>
                  {steps.map((step) => (
                    <OwnStep key={step.id} step={step} today={today} plans={plans} finishing={finishing} />
                  ))}
                </StepList>
              );
            })}
          </Beside>
          <OwnPlans plans={plans} today={today} className="mt-11" />
        </>
      )}
    </PageBody>
  );
}

function urgency(steps: readonly HomeStep[], today: string) {
  const { urgent, count } = mostUrgent(steps, today);
  return { urgent, count: steps.length === 1 ? 0 : count };
}

function Beside({ side, children }: { side: ReactNode; children: ReactNode }) {
  if (side) return <WithSide side={side}>{children}</WithSide>;
  return <div className="flex max-w-[760px] flex-col gap-9">{children}</div>;
}
