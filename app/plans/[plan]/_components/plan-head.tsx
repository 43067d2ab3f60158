"use client";

import { useTranslations } from "next-intl";
import { PlanLine } from "@/app/_components/line/plan-line";
import { PlanHeader } from "@/app/_components/shell/page-header";
import { planPath } from "@/app/_components/shell/paths";
import { useTRPCClient } from "@/app/_trpc/client";
import type { PlanView } from "@/server/domain/plan/schemas";
import { HereNow } from "./here-now";
import { InPlaceText } from "./in-place-text";
import { stopsOf } from "./milestone-progress";
import { TroubleNotice } from "./trouble-notice";
import { useMay, usePlan } from "./use-plan";
import { usePlanMutation } from "./use-plan-mutation";

/** The head of the overview: whose plan it is, its title, who is here, and the line. */
export function PlanHead() {
  const t = useTranslations("plan.head");
  const view = usePlan();
  const { plan, health, today } = view;
  const mayEdit = useMay("plan.edit");
  const client = useTRPCClient();
  const edit = usePlanMutation({
    send: client.plan.edit.mutate,
    subjectOf: () => plan.id,
    draw: (shown: PlanView, { set }) => ({ ...shown, plan: { ...shown.plan, ...set } }),
    keep: (said, saved) => ({ ...said, plan: saved.version < said.plan.version ? said.plan : saved }),
  });

  return (
    <PlanHeader
      customer={plan.customerName}
      supplier={plan.supplierName}
      title={
        <InPlaceText
          value={plan.title}
          label={t("title")}
          maxLength={200}
          readOnly={!mayEdit}
          onSave={(title, was) => void edit({ set: { title }, base: { title: was } })}
        />
      }
      presence={<HereNow />}
    >
      <TroubleNotice subjectId={plan.id} className="-mt-3 mb-4" />
      <PlanLine
        stops={stopsOf(view, ({ id }) => `${planPath(plan.id, "steps")}#${id}`)}
        today={today}
        stalled={health.state === "stalled"}
      />
    </PlanHeader>
  );
}
