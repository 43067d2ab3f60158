"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Badge } from "@/app/_components/ui/badge";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import { useRecentChange } from "@/app/_trpc/live";
import type { Criterion, Option } from "@/server/domain/decision/schemas";
import { InPlaceText } from "../../_components/in-place-text";
import { TroubleNotice } from "../../_components/trouble-notice";
import { UnsavedMark } from "../../_components/unsaved-mark";
import { useMay } from "../../_components/use-plan";
import { CriterionMenu } from "./criterion-menu";
import { OptionCell } from "./option-cell";
import { useCriterionActs, useDecision } from "./use-decision";
import { WeightField } from "./weight-field";

type CriterionRowProps = { criterion: Criterion; options: Option[] };

export function CriterionRow({ criterion, options }: CriterionRowProps) {
  const t = useTranslations("decision");
  const { totals, isCommittee, iHaveSubmitted } = useDecision();
  const { edit } = useCriterionActs();
  const mayEdit = useMay("criterion.edit");
  const title = useRef<{ edit: () => void }>(null);
  const isRecent = useRecentChange(criterion.id) !== null;
  const level = totals?.criteria.find(({ criterionId }) => criterionId === criterion.id)?.disagreement.level ?? null;

  return (
    <li
      className={clsx(
        "hairline-b grid gap-x-5 gap-y-3 py-4 sm:max-lg:grid-cols-2 sm:max-lg:gap-x-12 lg:grid-cols-(--columns) lg:items-center lg:py-2.5",
        isRecent && "animate-settle",
      )}
    >
      <div className="flex min-w-0 items-start gap-2 sm:max-lg:col-span-2">
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
            <span className="min-w-0">
              <InPlaceText
                ref={title}
                value={criterion.title}
                label={t("criterionTitle")}
                maxLength={160}
                readOnly={!mayEdit}
                onSave={(title, was) => edit({ criterionId: criterion.id, set: { title }, base: { title: was } })}
              />
              <UnsavedMark subjectId={criterion.id} className="ml-1.5 align-middle" />
            </span>
            {criterion.mustHave ? <Badge>{t("mustHave")}</Badge> : null}
            <ZoneMark zone={criterion.zone} />
          </p>
          {criterion.definition ? (
            <p className="mt-0.5 line-clamp-2 text-sm text-ink-2" title={criterion.definition}>
              {criterion.definition}
            </p>
          ) : null}
          <TroubleNotice subjectId={criterion.id} className="mt-2" />
        </div>
        {mayEdit ? <CriterionMenu criterion={criterion} onRename={() => title.current?.edit()} /> : null}
      </div>
      <WeightField criterion={criterion} readOnly={!mayEdit} />
      {options.map((option) => (
        <OptionCell key={option.id} criterion={criterion} option={option} />
      ))}
      {isCommittee ? (
        <span
          className={clsx("text-sm sm:max-lg:col-span-2", level === "strongly" ? "font-medium text-bad" : "text-ink-2")}
        >
          <span className="font-normal text-ink-2 lg:sr-only">{t("differ")}: </span>
          {iHaveSubmitted && level ? t(`level.${level}`) : <span className="text-ink-3">–</span>}
        </span>
      ) : null}
    </li>
  );
}
