"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { CountryOptions, CurrencyOptions } from "@/app/_components/place-options";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import { countriesIn } from "@/app/_i18n/countries";
import { currenciesIn } from "@/app/_i18n/currencies";
import { useTRPC } from "@/app/_trpc/client";
import { usePlanId } from "../_components/use-plan";
import type { DetailField, Details } from "./plan-details";

type PlanDetailsFieldsProps = {
  typed: Details;
  /** The currency before anything was typed: one that was chosen meanwhile can be taken back. */
  currency: string;
  fault: (field: DetailField) => string | null;
  onChange: (changes: Partial<Details>) => void;
};

export function PlanDetailsFields({ typed, currency, fault, onChange }: PlanDetailsFieldsProps) {
  const t = useTranslations("overview.details");
  const locale = useLocale();
  const countries = useMemo(() => countriesIn(locale), [locale]);
  const currencies = useMemo(() => currenciesIn(locale), [locale]);
  const { data: why } = useQuery(useTRPC().changeCase.read.queryOptions({ planId: usePlanId() }));
  const hasCosts = why !== undefined && why.costLines.length > 0;
  const bound = (field: DetailField) => ({
    name: field,
    value: typed[field],
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  });
  const day = { type: "date", min: "2000-01-01", max: "2100-12-31" };

  return (
    <>
      <Field label={t("customer")} error={fault("customerName")} required>
        {(control) => (
          <Input {...control} {...bound("customerName")} data-autofocus="" autoComplete="off" maxLength={120} />
        )}
      </Field>
      <Field label={t("planTitle")} error={fault("title")} required>
        {(control) => <Input {...control} {...bound("title")} autoComplete="off" maxLength={200} />}
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field label={t("startsOn")} error={fault("startsOn")} required>
          {(control) => <Input {...control} {...bound("startsOn")} {...day} />}
        </Field>
        <Field label={t("decidesOn")} error={fault("decidesOn")} required>
          {(control) => <Input {...control} {...bound("decidesOn")} {...day} />}
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("country")} hint={t("countryHint")} error={fault("country")}>
          {(control) => (
            <Select {...control} {...bound("country")}>
              <CountryOptions countries={countries} />
            </Select>
          )}
        </Field>
        <Field label={t("currency")} hint={t(hasCosts ? "currencyStays" : "currencyHint")} error={fault("currency")}>
          {(control) => (
            <Select {...control} {...bound("currency")} disabled={hasCosts && typed.currency === currency}>
              <CurrencyOptions currencies={currencies} />
            </Select>
          )}
        </Field>
      </div>
    </>
  );
}
