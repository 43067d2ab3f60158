"use client";

import { useTranslations } from "next-intl";
import type { Criterion, Option } from "@/server/domain/decision/schemas";
import { useOptionName, useScoreActs } from "./use-decision";

const ratings = [1, 2, 3, 4, 5] as const;

type RatingChoiceProps = { criterion: Criterion; option: Option; value: number | null; disabled: boolean };

/** One to five; choosing the chosen one again takes it back. */
export function RatingChoice({ criterion, option, value, disabled }: RatingChoiceProps) {
  const t = useTranslations("decision");
  const nameOf = useOptionName();
  const { rate } = useScoreActs();
  const choose = (rating: number) =>
    rate({ criterionId: criterion.id, optionId: option.id, value: rating === value ? null : rating });
  return (
    <fieldset disabled={disabled} className="inline-flex overflow-hidden rounded-md border border-control bg-surface">
      <legend className="sr-only">{t("rateOf", { option: nameOf(option), criterion: criterion.title })}</legend>
      {ratings.map((rating) => (
        <label
          key={rating}
          title={t(`rating.r${rating}`)}
          className="relative grid h-8 w-6 flex-1 cursor-pointer place-items-center text-sm text-ink-2 not-first:border-l not-first:border-line has-checked:bg-accent has-checked:font-medium has-checked:text-on-accent has-disabled:cursor-default has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent max-lg:h-11 max-lg:min-w-9"
        >
          <input
            type="radio"
            className="sr-only"
            name={`${criterion.id}.${option.id}`}
            checked={value === rating}
            onClick={() => value === rating && choose(rating)}
            onChange={() => choose(rating)}
          />
          {rating}
        </label>
      ))}
    </fieldset>
  );
}
