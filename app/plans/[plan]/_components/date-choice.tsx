"use client";

import { useTranslations } from "next-intl";
import type { ReactNode, Ref } from "react";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Popover, type TriggerProps } from "@/app/_components/ui/popover";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { shiftDate } from "./shift-date";

export type DateChoiceProps = {
  label: string;
  value: string | null;
  today: string;
  /** Days before it are not offered. */
  earliest?: string;
  onChoose: (date: string) => void;
  onClear?: () => void;
  trigger: (props: TriggerProps & { ref: Ref<HTMLButtonElement> }) => ReactNode;
};

/** A date by the platform's own field, with the usual ones a press away. */
export function DateChoice({ label, value, today, earliest, onChoose, onClear, trigger }: DateChoiceProps) {
  const t = useTranslations("plan.date");
  const words = useDateWords();
  const usual = [
    { date: today, name: t("today") },
    { date: shiftDate(today, 1), name: t("tomorrow") },
    { date: shiftDate(today, 7), name: t("inAWeek") },
  ].filter(({ date }) => earliest === undefined || date >= earliest);
  return (
    <Popover label={label} trigger={trigger} className="w-60">
      {(close) => {
        const choose = (date: string) => {
          close();
          if (date !== value) onChoose(date);
        };
        return (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              const date = new FormData(event.currentTarget).get("date");
              if (typeof date === "string" && /^\d{4}-\d{2}-\d{2}$/.test(date)) choose(date);
            }}
          >
            <Field label={label}>
              {(control) => (
                <Input
                  {...control}
                  data-autofocus=""
                  type="date"
                  name="date"
                  defaultValue={value ?? ""}
                  min={earliest ?? "2000-01-01"}
                  max="2099-12-31"
                />
              )}
            </Field>
            <Button type="submit" variant="primary" wide className="mt-2">
              {t("set")}
            </Button>
            <ul className="mt-2 border-t border-line pt-2">
              {usual.map(({ date, name }) => (
                <li key={date}>
                  <QuickChoice onPress={() => choose(date)} name={name} detail={words.day(date, today)} />
                </li>
              ))}
              {onClear && value !== null ? (
                <li>
                  <QuickChoice
                    name={t("none")}
                    onPress={() => {
                      close();
                      onClear();
                    }}
                  />
                </li>
              ) : null}
            </ul>
          </form>
        );
      }}
    </Popover>
  );
}

function QuickChoice({ name, detail, onPress }: { name: string; detail?: string; onPress: () => void }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="flex min-h-8 w-full items-center justify-between gap-3 rounded-md px-2 text-left hover:bg-sunken max-sm:min-h-11"
    >
      <span>{name}</span>
      <span className="text-sm text-ink-3">{detail}</span>
    </button>
  );
}
