"use client";

import { useTranslations } from "next-intl";
import { workspacePath } from "@/app/_components/shell/paths";
import { SegmentedLinks } from "@/app/_components/ui/tabs";
import type { PlanListItem } from "@/server/domain/plan/schemas";
import { type HealthState, healthStates } from "./plan-order";

type HealthFilterProps = { plans: readonly PlanListItem[]; chosen: HealthState | null; slug: string };

export function HealthFilter({ plans, chosen, slug }: HealthFilterProps) {
  const t = useTranslations("workspace.plans");
  const path = workspacePath(slug);
  const segment = (state: HealthState | null) => {
    const count = plans.filter(({ health }) => state === null || health.state === state).length;
    return {
      href: state ? `${path}?health=${state}` : path,
      current: chosen === state,
      label: (
        <>
          {t(state ? `health.${state}` : "all")}
          <span className="ml-1.5 text-sm font-normal text-ink-3">{count}</span>
        </>
      ),
    };
  };
  return (
    <SegmentedLinks
      label={t("filter")}
      links={[segment(null), ...healthStates.map(segment)]}
      className="-mx-5 px-5 py-1.5 sm:mx-0 sm:px-0"
    />
  );
}
