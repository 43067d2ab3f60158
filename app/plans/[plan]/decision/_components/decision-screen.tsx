"use client";

import { useTranslations } from "next-intl";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import { SectionHead } from "../../_components/section-head";
import { useMay, usePlan } from "../../_components/use-plan";
import { AddCriterion } from "./add-criterion";
import { AddOption } from "./add-option";
import { CriteriaMatrix } from "./criteria-matrix";
import { Differences } from "./differences";
import { HandIn } from "./hand-in";
import { useDecision } from "./use-decision";

/** What the committee decides by and among. The supplier sees the criteria; ratings stay with the committee, by the database. */
export function DecisionScreen() {
  const t = useTranslations("decision");
  const { plan, participants } = usePlan();
  const { isCommittee, submitted, iHaveSubmitted } = useDecision();
  const mayScore = useMay("score.edit");
  const mayEdit = useMay("criterion.edit");
  const committee = participants.filter(({ side, status }) => side === "buyer" && status === "joined");

  return (
    <>
      <SectionHead
        title={t("title")}
        lead={
          isCommittee ? (
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
              <span>
                {t("handedIn", { count: submitted.length, of: committee.length })}{" "}
                {iHaveSubmitted ? t("seeingAll") : mayScore ? t("privateUntil") : t("readOnly")}
              </span>
              <ZoneMark zone="committee">{t("supplierSees", { supplier: plan.supplierName })}</ZoneMark>
            </span>
          ) : (
            t("supplierLead", { customer: plan.customerName })
          )
        }
      />
      <CriteriaMatrix />
      <div className="mt-4 flex flex-wrap items-start gap-x-3 gap-y-3">
        {mayEdit ? <AddCriterion /> : null}
        {isCommittee && mayScore ? <AddOption /> : null}
        {isCommittee && mayScore ? <HandIn /> : null}
      </div>
      {isCommittee && iHaveSubmitted ? <Differences /> : null}
    </>
  );
}
