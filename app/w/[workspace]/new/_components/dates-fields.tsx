"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { RadioCards } from "@/app/_components/ui/radio-cards";
import type { Anchor, Draft, Fault } from "./draft";
import { useFaultWords } from "./use-fault-words";

type Dated = { startsOn: string; decidesOn: string };
type DatesFieldsProps = {
  draft: Draft;
  preview: Dated | null;
  fault: Fault | undefined;
  onChange: (changes: Partial<Draft>) => void;
};

/** One end of the plan is given; the other follows. Changing the end keeps the plan where it is. */
export function DatesFields({ draft, preview, fault, onChange }: DatesFieldsProps) {
  const t = useTranslations("newPlan.dates");
  const faultWords = useFaultWords();
  const [typed, setTyped] = useState<Partial<Record<Anchor, string>>>({});

  const turn = (anchor: Anchor) => {
    if (anchor === draft.anchor) return;
    const same = anchor === "start" ? preview?.startsOn : preview?.decidesOn;
    const anchorDate = typed[anchor] ?? same ?? draft.anchorDate;
    onChange({ anchor, anchorDate });
  };

  return (
    <div className="grid gap-x-3 gap-y-4 lg:grid-cols-[minmax(0,1fr)_12rem]">
      <RadioCards
        legend={t("legend")}
        name="anchor"
        columns={2}
        value={draft.anchor}
        onValueChange={turn}
        options={[
          { value: "start", label: t("start"), description: t("startFollows") },
          { value: "target", label: t("target"), description: t("targetFollows") },
        ]}
      />
      <Field
        label={t(draft.anchor === "start" ? "startsOn" : "decidesOn")}
        error={faultWords("anchorDate", { anchorDate: fault })}
        required
      >
        {(control) => (
          <Input
            {...control}
            type="date"
            name="anchorDate"
            min="2000-01-01"
            max="2100-12-31"
            value={draft.anchorDate}
            onChange={(event) => {
              setTyped((was) => ({ ...was, [draft.anchor]: event.target.value }));
              onChange({ anchorDate: event.target.value });
            }}
          />
        )}
      </Field>
    </div>
  );
}
