"use client";

import { useTranslations } from "next-intl";
import type { Option } from "@/server/domain/decision/schemas";
import { usePlan } from "../../_components/use-plan";
import { OptionHeading } from "./option-heading";
import { useDecision, useOptionName } from "./use-decision";

/**
 * The weighted totals: the committee's once the reader has handed in, the reader's own until then. On a narrow screen, which has no
 * columns to head, it is also where an option is named once, and can be changed.
 */
export function TotalsRow({ options }: { options: Option[] }) {
  const t = useTranslations("decision");
  const nameOf = useOptionName();
  const { me } = usePlan();
  const { totals, iHaveSubmitted } = useDecision();
  const own = totals?.members.find(({ participantId }) => participantId === me.participantId)?.totals ?? [];
  const totalOf = (optionId: string) =>
    iHaveSubmitted
      ? (totals?.options.find((total) => total.optionId === optionId)?.total ?? null)
      : (own.find((total) => total.optionId === optionId)?.total ?? null);

  return (
    <div className="grid gap-x-5 gap-y-2 border-t border-ink pt-3 max-lg:mt-[-1px] lg:grid-cols-(--columns)">
      <p className="font-semibold lg:col-span-2">{iHaveSubmitted ? t("together") : t("yours")}</p>
      <dl className="contents">
        {options.map((option) => {
          const total = totalOf(option.id);
          return (
            <div key={option.id} className="flex items-baseline justify-between gap-3 lg:block">
              <dt className="min-w-0 text-sm wrap-anywhere text-ink-2 lg:sr-only">
                <span className="max-lg:hidden">{nameOf(option)}</span>
                <span className="block lg:hidden">
                  <OptionHeading option={option} />
                </span>
              </dt>
              <dd className="text-lg font-semibold">
                {total === null ? <span className="font-normal text-ink-3">–</span> : t("total", { total })}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="text-sm text-ink-3 lg:pt-1">{t("outOf")}</p>
    </div>
  );
}
