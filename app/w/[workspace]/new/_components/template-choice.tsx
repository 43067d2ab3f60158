"use client";

import { useTranslations } from "next-intl";
import { RadioCards } from "@/app/_components/ui/radio-cards";
import type { Draft } from "./draft";

type TemplateSummary = { key: string; name: string; summary: string; steps: number; weeks: number };

type TemplateChoiceProps = {
  templates: readonly TemplateSummary[];
  value: string | null;
  onChange: (changes: Partial<Draft>) => void;
};

const empty = "";

export function TemplateChoice({ templates, value, onChange }: TemplateChoiceProps) {
  const t = useTranslations("newPlan.template");
  return (
    <RadioCards
      legend={t("legend")}
      name="template"
      value={value ?? empty}
      onValueChange={(key) => onChange({ templateKey: key === empty ? null : key })}
      options={[
        ...templates.map(({ key, name, summary, steps, weeks }) => ({
          value: key,
          label: <CardLabel name={name} size={t("size", { steps, weeks })} />,
          description: <span className={key === value ? undefined : "max-sm:hidden"}>{summary}</span>,
        })),
        { value: empty, label: <CardLabel name={t("empty")} size={t("emptySize")} />, description: t("emptySummary") },
      ]}
    />
  );
}

function CardLabel({ name, size }: { name: string; size: string }) {
  return (
    <span className="flex flex-wrap items-baseline justify-between gap-x-4">
      {name}
      <span className="text-sm font-normal text-ink-3">{size}</span>
    </span>
  );
}
