"use client";

import type { Criterion, Option } from "@/server/domain/decision/schemas";
import { useMay, usePlan } from "../../_components/use-plan";
import { RatingChoice } from "./rating-choice";
import { RatingSpread } from "./rating-spread";
import { useDecision, useOptionName } from "./use-decision";

/** One option on one criterion: to be rated until one has handed in, then everybody's ratings. */
export function OptionCell({ criterion, option }: { criterion: Criterion; option: Option }) {
  const nameOf = useOptionName();
  const { me } = usePlan();
  const { scores, iHaveSubmitted } = useDecision();
  const mayScore = useMay("score.edit");
  const here = scores.filter(({ criterionId, optionId }) => criterionId === criterion.id && optionId === option.id);
  const mine = here.find(({ participantId }) => participantId === me.participantId)?.value ?? null;

  return (
    <div className="grid grid-cols-[minmax(96px,2fr)_minmax(124px,3fr)] items-center gap-3 sm:grid-cols-[minmax(96px,1fr)_150px] lg:block">
      <span className="text-sm wrap-anywhere text-ink-2 lg:sr-only">{nameOf(option)}</span>
      {iHaveSubmitted ? (
        <RatingSpread scores={here} option={nameOf(option)} />
      ) : (
        <RatingChoice criterion={criterion} option={option} value={mine} disabled={!mayScore} />
      )}
    </div>
  );
}
