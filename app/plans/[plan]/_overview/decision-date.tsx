"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/app/_components/shell/page-body";
import { DateText } from "@/app/_components/ui/date-text";
import { useTRPCClient } from "@/app/_trpc/client";
import type { PlanView } from "@/server/domain/plan/schemas";
import { DateChoice } from "../_components/date-choice";
import { useMay, usePlan } from "../_components/use-plan";
import { usePlanMutation } from "../_components/use-plan-mutation";

/** When the customer wants to decide, and how much working time is left until then. */
export function DecisionDate() {
  const t = useTranslations("overview.decision");
  const { plan, today, workingDaysLeft } = usePlan();
  const mayEdit = useMay("plan.edit");
  const client = useTRPCClient();
  const edit = usePlanMutation({
    send: client.plan.edit.mutate,
    subjectOf: () => plan.id,
    draw: (shown: PlanView, { set }) => ({ ...shown, plan: { ...shown.plan, ...set } }),
  });
  const date = <DateText date={plan.decidesOn} today={today} form="short" />;

  return (
    <Section title={t("title")}>
      <div className="text-3xl font-semibold">
        {mayEdit ? (
          <DateChoice
            label={t("change")}
            value={plan.decidesOn}
            today={today}
            onChoose={(decidesOn) => void edit({ set: { decidesOn }, base: { decidesOn: plan.decidesOn } })}
            trigger={(props) => (
              <button
                {...props}
                type="button"
                title={t("change")}
                className="-mx-1.5 rounded-sm border border-transparent px-[5px] font-semibold hover:border-line-strong"
              >
                {date}
              </button>
            )}
          />
        ) : (
          date
        )}
      </div>
      <p className="mt-1 text-sm text-ink-2">
        {plan.decidesOn < today ? t("passed") : t("left", { days: workingDaysLeft })}
      </p>
    </Section>
  );
}
