"use client";

import { useTranslations } from "next-intl";
import { Section } from "@/app/_components/shell/page-body";
import { useListWords } from "@/app/_components/ui/use-list-words";
import { usePlan } from "../../_components/use-plan";
import { useDecision, useOptionName } from "./use-decision";

/** Where the committee differs most, named; and which option fails what it must have. */
export function Differences() {
  const t = useTranslations("decision");
  const listed = useListWords();
  const nameOf = useOptionName();
  const { participants } = usePlan();
  const { criteria, options, scores, totals } = useDecision();
  if (!totals) return null;
  const titles = new Map(criteria.map(({ id, title }) => [id, title]));
  const people = new Map(participants.map(({ id, name, email }) => [id, name ?? email ?? ""]));

  const differing = totals.criteria
    .filter(({ disagreement }) => disagreement.level === "strongly" || disagreement.level === "some")
    .sort(
      (left, right) => (right.disagreement.spread ?? 0) * right.share - (left.disagreement.spread ?? 0) * left.share,
    )
    .slice(0, 3)
    .map((result) => {
      const widest = [...result.options].sort((left, right) => (right.spread ?? 0) - (left.spread ?? 0))[0];
      const here = scores
        .filter(({ criterionId, optionId }) => criterionId === result.criterionId && optionId === widest?.optionId)
        .sort((left, right) => left.value - right.value);
      const [lowest, highest] = [here.at(0), here.at(-1)];
      const option = options.find(({ id }) => id === widest?.optionId);
      return { result, lowest, highest, option };
    });
  const failing = totals.options.filter(({ failedMustHaves }) => failedMustHaves.length > 0);

  return (
    <div className="mt-12 grid gap-x-11 gap-y-10 xl:grid-cols-2">
      <Section title={t("talkFirst")} ruled>
        {differing.length === 0 ? <p className="pt-3 text-ink-2">{t("noDifference")}</p> : null}
        <ul>
          {differing.map(({ result, lowest, highest, option }) =>
            lowest && highest && option ? (
              <li key={result.criterionId} className="hairline-b py-3">
                <p>
                  {t.rich("differing", {
                    b: (words) => <span className="font-semibold">{words}</span>,
                    criterion: titles.get(result.criterionId) ?? "",
                    low: people.get(lowest.participantId) ?? "",
                    lowest: lowest.value,
                    high: people.get(highest.participantId) ?? "",
                    highest: highest.value,
                    option: nameOf(option),
                  })}
                </p>
                <p className="mt-0.5 text-sm text-ink-2">{t("carries", { share: result.share })}</p>
              </li>
            ) : null,
          )}
        </ul>
      </Section>
      <Section title={t("mustHaves")} ruled>
        {failing.length === 0 ? <p className="pt-3 text-ink-2">{t("allMustHaves")}</p> : null}
        <ul>
          {failing.map(({ optionId, failedMustHaves }) => {
            const option = options.find(({ id }) => id === optionId);
            return option ? (
              <li key={optionId} className="hairline-b py-3">
                {t.rich("fails", {
                  option: nameOf(option),
                  count: failedMustHaves.length,
                  criteria: listed(failedMustHaves.map((id) => titles.get(id) ?? "")),
                  b: (words) => <span className="font-semibold">{words}</span>,
                })}
              </li>
            ) : null;
          })}
        </ul>
      </Section>
    </div>
  );
}
