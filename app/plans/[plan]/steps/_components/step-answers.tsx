"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MomentText } from "@/app/_components/ui/date-text";
import type { Step } from "@/server/domain/step/schemas";
import { useStepAnswers, useWriterName } from "./use-step-talk";

/** "Approved by Hana Brandt, yesterday": who answered or decided, when, and in which words. */
export function StepAnswers({ step }: { step: Step }) {
  const t = useTranslations("steps.answers");
  const answers = useStepAnswers(step.id);
  const nameOf = useWriterName();
  if (answers.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="mt-4 flex flex-col gap-3">
      {answers.map((answer) => (
        <li key={answer.id} className="border-l-2 border-line-strong pl-3">
          <p className="text-sm text-ink-2">
            {t.rich("said", {
              kind: answer.kind,
              name: nameOf(answer),
              b: (words: ReactNode) => <span className="font-medium text-ink">{words}</span>,
              when: () => <MomentText at={answer.at} />,
            })}
          </p>
          {answer.body && answer.body !== step.statusReason ? (
            <p className="mt-0.5 wrap-anywhere whitespace-pre-wrap">{answer.body}</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
