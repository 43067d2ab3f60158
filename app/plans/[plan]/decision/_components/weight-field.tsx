"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Criterion } from "@/server/domain/decision/schemas";
import { useCriterionActs, useDecision } from "./use-decision";

/** Points of a criterion; beside them what share of the whole they make. */
export function WeightField({ criterion, readOnly }: { criterion: Criterion; readOnly: boolean }) {
  const t = useTranslations("decision");
  const { criteria } = useDecision();
  const { edit } = useCriterionActs();
  /** `base` is what stood there when the writing began. */
  const [typing, setTyping] = useState<{ text: string; base: number } | null>(null);
  const points = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const share = points > 0 ? criterion.weight / points : 1 / criteria.length;

  const save = () => {
    if (typing === null) return;
    const { text, base } = typing;
    setTyping(null);
    const weight = Math.round(Number(text));
    if (!Number.isFinite(weight) || text.trim() === "" || weight === base) return;
    const within = Math.min(100, Math.max(0, weight));
    void edit({ criterionId: criterion.id, set: { weight: within }, base: { weight: base } });
  };

  return (
    <div className="flex items-center gap-2 sm:max-lg:col-span-2 lg:justify-end">
      <span className="text-sm text-ink-2 lg:sr-only">{t("weight")}</span>
      {readOnly ? null : (
        <input
          aria-label={t("weightOf", { criterion: criterion.title })}
          title={t("weightHint")}
          type="number"
          min={0}
          max={100}
          value={typing?.text ?? criterion.weight}
          onFocus={() => setTyping({ text: String(criterion.weight), base: criterion.weight })}
          onChange={({ target }) =>
            setTyping((was) => ({ text: target.value, base: was ? was.base : criterion.weight }))
          }
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key === "Enter") save();
            if (event.key === "Escape") setTyping(null);
          }}
          className="h-7 w-9 appearance-none rounded-sm border border-transparent bg-transparent text-right text-ink-3 hover:border-control focus:border-control [&::-webkit-inner-spin-button]:appearance-none [&::-webkit-outer-spin-button]:appearance-none"
        />
      )}
      <span className="w-10 text-right">{t("percent", { share })}</span>
    </div>
  );
}
