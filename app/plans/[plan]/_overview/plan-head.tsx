"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { PlanLine } from "@/app/_components/line/plan-line";
import { PlanHeader } from "@/app/_components/shell/page-header";
import { planPath } from "@/app/_components/shell/paths";
import { Button } from "@/app/_components/ui/button";
import { useTRPCClient } from "@/app/_trpc/client";
import type { PlanView } from "@/server/domain/plan/schemas";
import { HereNow } from "../_components/here-now";
import { InPlaceText } from "../_components/in-place-text";
import { stopsOf } from "../_components/milestone-progress";
import { TroubleNotice } from "../_components/trouble-notice";
import { useMay, usePlan } from "../_components/use-plan";
import { usePlanMutation } from "../_components/use-plan-mutation";

const PlanDetailsDialog = lazy(() => import("./plan-details-dialog"));

/** The head of the overview: whose plan it is, its title, who is here, and the line. */
export function PlanHead() {
  const t = useTranslations("plan.head");
  const details = useTranslations("overview.details");
  const [isAtDetails, setAtDetails] = useState(false);
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
      presence={
        <div className="flex items-center gap-3.5">
          <HereNow />
          {mayEdit ? <Button onClick={() => setAtDetails(true)}>{details("title")}</Button> : null}
        </div>
      }
    >
      <TroubleNotice subjectId={plan.id} className="-mt-3 mb-4" />
      <PlanLine
        stops={stopsOf(view, ({ id }) => `${planPath(plan.id, "steps")}#${id}`)}
        today={today}
        stalled={health.state === "stalled"}
      />
      {isAtDetails ? (
        <Suspense fallback={null}>
          <PlanDetailsDialog onClose={() => setAtDetails(false)} />
        </Suspense>
      ) : null}
    </PlanHeader>
  );
}
