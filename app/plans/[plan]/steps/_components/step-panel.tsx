"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Callout } from "@/app/_components/ui/callout";
import { Kbd } from "@/app/_components/ui/kbd";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { useRecentChange } from "@/app/_trpc/live";
import { useReadWhileOpen } from "@/app/_trpc/live-own";
import type { Step } from "@/server/domain/step/schemas";
import { InPlaceText } from "../../_components/in-place-text";
import type { StepActs } from "../../_components/step-acts";
import { TroubleNotice } from "../../_components/trouble-notice";
import { UnsavedMark } from "../../_components/unsaved-mark";
import { usePlan } from "../../_components/use-plan";
import { ChangerMark } from "./changer-mark";
import { StepAnswers } from "./step-answers";
import { StepComments } from "./step-comments";
import { StepFacts } from "./step-facts";
import { StepMoreActs } from "./step-more-acts";
import { type Asked, StepStatusActs } from "./step-status-acts";

const StepDescription = lazy(() => import("./step-description"));

type StepPanelProps = { step: Step; acts: StepActs; mayEdit: boolean; onClose: () => void };

/** Everything about one step. */
export default function StepPanel({ step, acts, mayEdit, onClose }: StepPanelProps) {
  const t = useTranslations("steps.panelText");
  const common = useTranslations("common");
  const dates = useDateWords();
  const { milestones, today } = usePlan();
  const [asking, setAsking] = useState<Asked | null>(null);
  const changer = useRecentChange(step.id);
  useReadWhileOpen(step.id);
  const milestone = milestones.find(({ id }) => id === step.milestoneId);

  return (
    <article data-step-open={step.id} className={changer ? "animate-settle" : undefined}>
      <div className="flex items-center justify-between gap-3 text-sm text-ink-2 max-xl:pr-10">
        <p className="min-w-0 truncate">
          {t.rich("stepIn", {
            milestone: milestone?.title ?? "",
            b: (words) => <span className="font-medium text-ink">{words}</span>,
          })}
        </p>
        <span className="flex items-center gap-2">
          {changer ? <ChangerMark name={changer} /> : null}
          <UnsavedMark subjectId={step.id} />
          {mayEdit ? (
            <StepMoreActs step={step} acts={acts} onClose={onClose} onDrop={() => setAsking("dropped")} />
          ) : null}
          <button
            type="button"
            onClick={onClose}
            className="tap-target inline-flex items-center gap-1.5 hover:text-ink max-xl:hidden"
          >
            {common("close")} <Kbd>{t("escape")}</Kbd>
          </button>
        </span>
      </div>
      <h2 className="mt-3 text-lg wrap-anywhere">
        <InPlaceText
          value={step.title}
          label={t("rename")}
          maxLength={300}
          readOnly={!mayEdit}
          onSave={(title, was) => void acts.edit({ stepId: step.id, set: { title }, base: { title: was } })}
        />
      </h2>
      <TroubleNotice subjectId={step.id} className="mt-4" />
      {step.statusReason ? (
        <Callout
          tone={step.status === "blocked" ? "bad" : "note"}
          className="mt-4"
          title={common(`stepStatus.${step.status}`)}
        >
          {step.statusReason}
        </Callout>
      ) : null}
      {step.stalledOn && step.status !== "done" && step.status !== "dropped" ? (
        <Callout tone="warn" className="mt-4" title={t("stalled")}>
          {t("stalledBody", { date: dates.short(step.stalledOn, today) })}
        </Callout>
      ) : null}
      <StepAnswers step={step} />
      {mayEdit ? <StepStatusActs step={step} acts={acts} asking={asking} onAsk={setAsking} /> : null}
      <StepFacts step={step} acts={acts} mayEdit={mayEdit} />
      <Suspense fallback={null}>
        <StepDescription
          key={step.id}
          description={step.description}
          onSave={
            mayEdit
              ? (description, was) => acts.edit({ stepId: step.id, set: { description }, base: { description: was } })
              : undefined
          }
        />
      </Suspense>
      <StepComments key={`comments-${step.id}`} step={step} />
    </article>
  );
}
