"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import type { CadenceChoice } from "@/db/vocabulary";
import { Button } from "../ui/button";
import { InlineError } from "../ui/callout";
import { Checkbox } from "../ui/checkbox";
import { type ControlProps, Field } from "../ui/field";
import { Input } from "../ui/input";
import { RadioCards } from "../ui/radio-cards";
import { Select } from "../ui/select";
import { type CadenceFault, cadenceFrom, typedOf } from "./typed-cadence";
import { useCadenceWords } from "./use-cadence-words";

type CadenceFormProps = {
  /** Null: as usual. */
  value: CadenceChoice | null;
  usual: CadenceChoice;
  onSave: (choice: CadenceChoice | null) => void;
  pending?: boolean;
};

/** Where the days begin that somebody chooses of their own. */
const begin = { days: [-3, 0, 2, 5], weekly: true, most: 6 };

/** As usual, on days of its own, or not at all. */
export function CadenceForm({ value, usual, onSave, pending }: CadenceFormProps) {
  const t = useTranslations("reminders.cadence");
  const words = useCadenceWords();
  const [way, setWay] = useState<"usual" | "own" | "off">(value === null ? "usual" : value === "off" ? "off" : "own");
  const [typed, setTyped] = useState(() => {
    const shown = value ?? usual;
    return typedOf(shown === "off" ? begin : shown);
  });
  const [fault, setFault] = useState<CadenceFault | null>(null);
  const faultId = useId();
  const inputs = { before: useRef<HTMLInputElement>(null), after: useRef<HTMLInputElement>(null) };
  /** The sentence stands beside the button, which stays in sight; the fields at fault are marked and say it too. */
  const faultOf = (field: keyof typeof inputs, { "aria-describedby": described }: ControlProps) =>
    fault?.fields.includes(field)
      ? { "aria-invalid": true, "aria-describedby": [faultId, described].filter(Boolean).join(" ") }
      : null;
  const type = (changes: Partial<typeof typed>) => {
    setFault(null);
    setTyped((was) => ({ ...was, ...changes }));
  };

  function save() {
    if (way !== "own") return onSave(way === "off" ? "off" : null);
    const read = cadenceFrom(typed);
    if ("days" in read) return onSave(read);
    setFault(read);
    if (read.fields[0]) inputs[read.fields[0]].current?.focus();
  }

  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <RadioCards
        legend={t("choice")}
        hideLegend
        value={way}
        onValueChange={setWay}
        options={[
          { value: "usual", label: t("asUsual"), description: words(usual) },
          { value: "own", label: t("own") },
          { value: "off", label: t("offChoice") },
        ]}
      />
      {way === "own" ? (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t("daysBefore")} hint={t("daysBeforeHint")}>
              {(control) => (
                <Input
                  {...control}
                  {...faultOf("before", control)}
                  ref={inputs.before}
                  inputMode="text"
                  maxLength={40}
                  value={typed.before}
                  onChange={({ target }) => type({ before: target.value })}
                />
              )}
            </Field>
            <Field label={t("daysAfter")} hint={t("daysAfterHint")}>
              {(control) => (
                <Input
                  {...control}
                  {...faultOf("after", control)}
                  ref={inputs.after}
                  inputMode="text"
                  maxLength={40}
                  value={typed.after}
                  onChange={({ target }) => type({ after: target.value })}
                />
              )}
            </Field>
          </div>
          <Checkbox
            label={t("onDayToo")}
            checked={typed.onDay}
            onChange={({ target }) => type({ onDay: target.checked })}
          />
          <Checkbox
            label={t("weeklyToo")}
            checked={typed.weekly}
            onChange={({ target }) => type({ weekly: target.checked })}
          />
          <Field label={t("mostLabel")} hint={t("mostHint")}>
            {(control) => (
              <Select
                {...control}
                value={String(typed.most)}
                onChange={({ target }) => type({ most: Number(target.value) })}
              >
                {[1, 2, 3, 4, 5, 6].map((most) => (
                  <option key={most} value={most}>
                    {t("mostChoice", { most })}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </>
      ) : null}
      <div className="sticky -bottom-3 -mx-3 -mb-3 flex flex-col gap-3 bg-surface px-3 pt-1 pb-3">
        {fault ? <InlineError id={faultId}>{t(fault.sentence)}</InlineError> : null}
        <Button type="submit" variant="primary" size="sm" pending={pending} className="self-end">
          {t("save")}
        </Button>
      </div>
    </form>
  );
}
