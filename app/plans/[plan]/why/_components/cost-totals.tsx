"use client";

import { useTranslations } from "next-intl";
import { MoneyRange } from "@/app/_components/ui/money";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { useMoneyWords } from "@/app/_components/ui/use-money-words";
import { usePlan } from "../../_components/use-plan";
import { useChangeCase } from "./use-change-case";

/** The sums over the lines: a month, a week of delay, and since the plan began. */
export function CostTotals() {
  const t = useTranslations("why.cost.total");
  const money = useMoneyWords();
  const dates = useDateWords();
  const { today } = usePlan();
  const { perMonth, perWeek, soFar, since, currency } = useChangeCase();
  const sums = [
    { words: t("month"), range: perMonth },
    { words: t("week"), range: perWeek },
    { words: t("since", { date: dates.short(since, today) }), range: soFar },
  ];
  return (
    <dl className="mt-6 grid gap-x-8 gap-y-5 sm:grid-cols-3">
      {sums.map(({ words, range }) => (
        <div key={words} className="flex flex-col-reverse justify-end">
          <dt className="text-sm text-ink-2">
            {words}
            <span className="block text-ink-3">{t("likely", { amount: money.compact(range.likely, currency) })}</span>
          </dt>
          <dd className="text-xl font-semibold">
            <MoneyRange low={range.low} high={range.high} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
