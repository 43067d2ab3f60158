"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import type { Draft, Faults } from "./draft";
import { TitleInput } from "./title-input";
import { useFaultWords } from "./use-fault-words";

type NameFieldsProps = {
  draft: Draft;
  suggested: string;
  faults: Faults;
  onChange: (changes: Partial<Draft>) => void;
};

export function NameFields({ draft, suggested, faults, onChange }: NameFieldsProps) {
  const t = useTranslations("newPlan");
  const fault = useFaultWords();
  return (
    <>
      <Field label={t("customer")} error={fault("customerName", faults)} required>
        {(control) => (
          <Input
            {...control}
            name="customerName"
            autoFocus
            autoComplete="off"
            placeholder={t("customerExample")}
            value={draft.customerName}
            onChange={(event) => onChange({ customerName: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("titleField")} hint={t("titleHint")} error={fault("title", faults)} required>
        {(control) => <TitleInput control={control} title={draft.title} suggested={suggested} onChange={onChange} />}
      </Field>
    </>
  );
}
