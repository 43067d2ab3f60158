"use client";

import { useTranslations } from "next-intl";
import { WithSide } from "@/app/_components/shell/page-body";
import { SectionHead } from "../../_components/section-head";
import { usePlan } from "../../_components/use-plan";
import { Agreements } from "./agreements";
import { Costs } from "./costs";
import { Statement } from "./statement";

/** Why the customer changes: the problem in their words, who stands behind it, what a month of doing nothing costs. */
export function Why() {
  const t = useTranslations("why");
  const { plan } = usePlan();
  return (
    <>
      <SectionHead title={t("title")} lead={t("lead", { customer: plan.customerName })} />
      <WithSide side={<Agreements />}>
        <Statement />
        <Costs />
      </WithSide>
    </>
  );
}
