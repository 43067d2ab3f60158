"use client";

import { useTranslations } from "next-intl";
import { useListWords } from "@/app/_components/ui/use-list-words";
import type { Score } from "@/server/domain/decision/schemas";
import { usePlan } from "../../_components/use-plan";

const WIDTH = 126;
const place = (value: number) => 7 + ((value - 1) / 4) * (WIDTH - 14);

/** Everybody's rating as a dot on the scale from 1 to 5, the mean as a stroke. */
export function RatingSpread({ scores, option }: { scores: Score[]; option: string }) {
  const t = useTranslations("decision");
  const { participants } = usePlan();
  const listed = useListWords();
  if (scores.length === 0) return <span className="text-ink-3">–</span>;
  const mean = scores.reduce((sum, { value }) => sum + value, 0) / scores.length;
  const names = new Map(participants.map(({ id, name, email }) => [id, name ?? email ?? ""]));
  const words = listed(scores.map(({ participantId, value }) => `${names.get(participantId) ?? ""}: ${value}`));
  const stacked = new Map<number, number>();
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 22`}
      className="h-[22px] w-full max-w-[150px]"
      role="img"
      aria-label={t("spreadOf", { option, mean, words })}
    >
      <title>{t("spreadOf", { option, mean, words })}</title>
      <path d={`M2 11H${WIDTH - 2}`} className="stroke-line-strong" strokeWidth="2" />
      {scores.map(({ participantId, value }) => {
        const shift = stacked.get(value) ?? 0;
        stacked.set(value, shift + 1);
        return (
          <circle
            key={participantId}
            cx={place(value) + shift * 4.5 - 2}
            cy="11"
            r="5"
            className="fill-accent opacity-55"
          />
        );
      })}
      <path d={`M${place(mean)} 2V20`} className="stroke-ink" strokeWidth="2" />
    </svg>
  );
}
