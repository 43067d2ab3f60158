"use client";

import { useNow, useTimeZone, useTranslations } from "next-intl";
import { localMoment } from "@/app/_components/ui/plain-date";
import { DateChoice, type DateChoiceProps } from "./date-choice";
import { shiftDate } from "./shift-date";

type SnoozeChoiceProps = Pick<DateChoiceProps, "value" | "onChoose" | "trigger">;

/** A day from which one wants to be reminded again: tomorrow at the earliest, where the reader is. */
export function SnoozeChoice(props: SnoozeChoiceProps) {
  const t = useTranslations("reminders.step");
  const today = localMoment(useNow(), useTimeZone() ?? "UTC").date;
  return <DateChoice {...props} today={today} label={t("snoozeUntil")} earliest={shiftDate(today, 1)} />;
}
