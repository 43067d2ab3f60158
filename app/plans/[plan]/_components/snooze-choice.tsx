"use client";

import { useTranslations } from "next-intl";
import { DateChoice, type DateChoiceProps } from "./date-choice";
import { shiftDate } from "./shift-date";

type SnoozeChoiceProps = Pick<DateChoiceProps, "value" | "today" | "onChoose" | "trigger">;

/** A day from which one wants to be reminded again: tomorrow at the earliest. */
export function SnoozeChoice(props: SnoozeChoiceProps) {
  const t = useTranslations("reminders.step");
  return <DateChoice {...props} label={t("snoozeUntil")} earliest={shiftDate(props.today, 1)} />;
}
