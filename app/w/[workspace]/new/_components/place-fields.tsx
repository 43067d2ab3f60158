"use client";

import { useTranslations } from "next-intl";
import { CountryOptions, CurrencyOptions } from "@/app/_components/place-options";
import { Field } from "@/app/_components/ui/field";
import { Select } from "@/app/_components/ui/select";
import type { CurrencyChoice, PayingCountry } from "@/app/_i18n/currencies";
import type { Draft, Faults } from "./draft";
import { useFaultWords } from "./use-fault-words";

type PlaceFieldsProps = {
  draft: Draft;
  currency: string;
  countries: readonly PayingCountry[];
  currencies: readonly CurrencyChoice[];
  faults: Faults;
  onChange: (changes: Partial<Draft>) => void;
};

export function PlaceFields({ draft, currency, countries, currencies, faults, onChange }: PlaceFieldsProps) {
  const t = useTranslations("newPlan");
  const fault = useFaultWords();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("country")} hint={t("countryHint")} error={fault("country", faults)}>
        {(control) => (
          <Select
            {...control}
            name="country"
            value={draft.country}
            onChange={(event) => onChange({ country: event.target.value })}
          >
            <CountryOptions countries={countries} />
          </Select>
        )}
      </Field>
      <Field label={t("currency")} hint={t("currencyHint")} error={fault("currency", faults)}>
        {(control) => (
          <Select
            {...control}
            name="currency"
            value={currency}
            onChange={(event) => onChange({ currency: event.target.value })}
          >
            <CurrencyOptions currencies={currencies} />
          </Select>
        )}
      </Field>
    </div>
  );
}
