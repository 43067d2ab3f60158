"use client";

import clsx from "clsx";
import { DateText } from "@/app/_components/ui/date-text";
import { daysBetween } from "@/app/_components/ui/plain-date";
import type { Step } from "@/server/domain/step/schemas";
import { isOpen } from "./step-order";

/** A step's date; it stands out when it is over, today or tomorrow and the step still open. */
export function DueDate({ step, today, className }: { step: Step; today: string; className?: string }) {
  if (!step.dueOn) return null;
  const isUrgent = isOpen(step) && daysBetween(today, step.dueOn) <= 1;
  return (
    <DateText
      date={step.dueOn}
      today={today}
      form="near"
      className={clsx("text-sm whitespace-nowrap", isUrgent ? "font-medium text-bad" : "text-ink-2", className)}
    />
  );
}
