"use client";

import { useTranslations } from "next-intl";
import { StatusDot } from "@/app/_components/ui/status-dot";
import type { Step } from "@/server/domain/step/schemas";

type StatusButtonProps = { step: Step; onPress: () => void; disabled?: boolean; size?: 16 | 22; className?: string };

/** A step's mark that is pressed to finish it, or to open it again. */
export function StatusButton({ step, onPress, disabled = false, size = 16, className }: StatusButtonProps) {
  const t = useTranslations("plan.steps");
  if (disabled) return <StatusDot status={step.status} size={size} className={className} />;
  const label = step.status === "done" || step.status === "dropped" ? t("reopen") : t("finish");
  return (
    <button
      type="button"
      aria-label={`${label}: ${step.title}`}
      title={label}
      onClick={onPress}
      className={`tap-target inline-flex shrink-0 rounded-full ${className ?? ""}`}
    >
      <StatusDot status={step.status} size={size} decorative />
    </button>
  );
}
