"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTimeZone, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { PageHeader } from "@/app/_components/shell/page-header";
import { workspacePath } from "@/app/_components/shell/paths";
import { Button, ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { localMoment } from "@/app/_components/ui/plain-date";
import { useTRPC } from "@/app/_trpc/client";
import { PLANS_AT_ONCE } from "@/server/domain/plan/schemas";
import { HealthFilter } from "./health-filter";
import { byNeed, healthIn } from "./plan-order";
import { PlanRow } from "./plan-row";
import { useClock } from "./use-clock";
import { useWorkspace } from "./use-workspace";

/** A stream follows single plans; a list of them is asked for again while somebody looks. */
const lookAgainMs = 30_000;

/** The workspace's plans, those that need help first. */
export function Plans() {
  const t = useTranslations("workspace.plans");
  const { workspace } = useWorkspace();
  const [most, setMost] = useState(PLANS_AT_ONCE);
  const [isGrowing, grow] = useTransition();
  const options = useTRPC().plan.list.queryOptions({ workspaceId: workspace.id, most });
  const {
    data: { plans, count },
  } = useSuspenseQuery({ ...options, refetchInterval: lookAgainMs });
  const chosen = healthIn(useSearchParams().get("health"));
  const now = useClock();
  const today = localMoment(now, useTimeZone() ?? "UTC").date;

  const shown = plans.filter(({ health }) => chosen === null || health.state === chosen).sort(byNeed);
  const isEmpty = plans.length === 0;
  const newPlan = (
    <ButtonLink href={workspacePath(workspace.slug, "new")} variant="primary">
      <Plus size={15} aria-hidden="true" />
      {t("new")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        over={workspace.name}
        title={t("title")}
        lead={isEmpty ? undefined : t("lead", { helped: countHelp(plans), count: plans.length })}
        actions={isEmpty ? undefined : newPlan}
        className="mb-5!"
      />
      {isEmpty ? (
        <EmptyState title={t("empty")} action={newPlan} className="max-w-[760px]">
          {t("emptyHint")}
        </EmptyState>
      ) : (
        <>
          <HealthFilter plans={plans} chosen={chosen} slug={workspace.slug} />
          {shown.length === 0 ? <p className="py-8 text-ink-2">{t("noneSuch")}</p> : null}
          <ul className="hairline-t">
            {shown.map((plan) => (
              <PlanRow key={plan.id} plan={plan} today={today} now={now} />
            ))}
          </ul>
          {count > plans.length ? (
            <p className="flex flex-wrap items-center gap-x-4 gap-y-2 py-5 text-ink-2">
              {t("newest", { shown: plans.length, count })}
              <Button pending={isGrowing} onClick={() => grow(() => setMost(most + PLANS_AT_ONCE))}>
                {t("more")}
              </Button>
            </p>
          ) : null}
        </>
      )}
    </>
  );
}

const countHelp = (plans: { health: { state: string } }[]) =>
  plans.filter(({ health }) => health.state !== "on_track").length;
