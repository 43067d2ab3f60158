"use client";

import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { Option } from "@/server/domain/decision/schemas";
import { CriterionRow } from "./criterion-row";
import { OptionHeading } from "./option-heading";
import { TotalsRow } from "./totals-row";
import { useDecision } from "./use-decision";

/** Criteria down, options across; on a narrow screen each criterion holds its options beneath it. */
export function CriteriaMatrix() {
  const t = useTranslations("decision");
  const { criteria, options, isCommittee } = useDecision();
  const shown = isCommittee ? inOrder(options) : [];
  if (criteria.length === 0) return <EmptyState title={t("noCriteria")}>{t("noCriteriaHint")}</EmptyState>;

  const columns = isCommittee
    ? `minmax(260px, 1fr) 76px ${shown.map(() => "minmax(104px, 150px)").join(" ")} 84px`
    : "minmax(240px, 1fr) 76px";
  return (
    <div className="lg:overflow-x-auto" style={{ "--columns": columns } as CSSProperties}>
      <div className="hairline-b hidden items-end gap-x-5 pb-2.5 text-xs font-medium text-ink-2 lg:grid lg:grid-cols-(--columns)">
        <span>{t("criterion")}</span>
        <span className="text-right">{t("weight")}</span>
        {shown.map((option) => (
          <OptionHeading key={option.id} option={option} />
        ))}
        {isCommittee ? <span>{t("differ")}</span> : null}
      </div>
      <ul>
        {criteria.map((criterion) => (
          <CriterionRow key={criterion.id} criterion={criterion} options={shown} />
        ))}
      </ul>
      {isCommittee ? <TotalsRow options={shown} /> : null}
    </div>
  );
}

/** Doing nothing stands last, as what the others are measured against. */
const inOrder = (options: Option[]) => [
  ...options.filter(({ kind }) => kind !== "do_nothing"),
  ...options.filter(({ kind }) => kind === "do_nothing"),
];
