"use client";

import clsx from "clsx";
import { GripVertical } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type MouseEvent, memo, type PointerEvent } from "react";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { useInnerCase } from "@/app/_components/ui/use-list-words";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import { useRecentChange } from "@/app/_trpc/live";
import type { Participant } from "@/server/domain/participant/schemas";
import type { Step } from "@/server/domain/step/schemas";
import { InPlaceText } from "../../_components/in-place-text";
import { StatusButton } from "../../_components/status-button";
import type { StepActs } from "../../_components/step-acts";
import { isDraft } from "../../_components/step-drawing";
import { stepPath } from "../../_components/step-path";
import { TroubleNotice } from "../../_components/trouble-notice";
import { UnsavedMark } from "../../_components/unsaved-mark";
import { ChangerMark } from "./changer-mark";
import { DateCell, OwnerCell } from "./step-cells";
import type { Landing } from "./use-row-drag";

type StepRowProps = {
  step: Step;
  owner: Participant | undefined;
  today: string;
  planId: string;
  isOpen: boolean;
  isRenaming: boolean;
  mayEdit: boolean;
  acts: StepActs;
  onOpen: (stepId: string) => void;
  onRenamed: () => void;
  onGrip: (stepId: string) => (event: PointerEvent<HTMLElement>) => void;
  isDragged: boolean;
  landing: Landing["edge"] | null;
};

export const StepRow = memo(function StepRow(props: StepRowProps) {
  const { step, owner, today, isOpen, acts, isDragged, landing } = props;
  const t = useTranslations("steps.row");
  const mayEdit = props.mayEdit && !isDraft(step);
  const changer = useRecentChange(step.id);

  return (
    <li data-step={step.id} className={clsx("group relative", isDragged && "opacity-45")}>
      <div
        className={clsx(
          "-mx-5 grid min-h-10 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3.5 border-b px-5 py-1 sm:-mx-8 sm:px-8",
          "md:grid-cols-[auto_minmax(0,1fr)_auto_10.5rem_6.5rem] max-md:py-2 @4xl:grid-cols-[auto_minmax(0,1fr)_auto_13rem_6.5rem]",
          isOpen ? "bg-accent-ground shadow-[inset_3px_0_0_var(--accent)]" : "focus-within:bg-sunken/45",
          landing === "bottom" ? "border-accent" : "border-line",
          landing === "top" && "shadow-[inset_0_2px_0_var(--accent)]",
          changer && "animate-settle",
        )}
      >
        {mayEdit ? (
          <button
            type="button"
            tabIndex={-1}
            aria-hidden="true"
            title={t("drag")}
            onPointerDown={props.onGrip(step.id)}
            className="absolute top-0 -left-4.5 flex h-10 w-4 cursor-grab touch-none items-center text-ink-3 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 max-sm:hidden sm:-left-5.5"
          >
            <GripVertical size={14} />
          </button>
        ) : null}
        <StatusButton
          step={step}
          disabled={!mayEdit}
          onPress={() => void acts.toggleDone(step)}
          className="max-md:self-start max-md:mt-1"
        />
        <Title {...props} mayEdit={mayEdit} />
        <span className="flex items-center gap-2 justify-self-end max-md:self-start max-md:pt-0.5">
          <UnsavedMark subjectId={step.id} />
          {changer ? <ChangerMark name={changer} /> : null}
          <Kind step={step} />
          <ZoneMark zone={step.zone} className="max-sm:hidden" />
        </span>
        <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 max-md:col-span-2 max-md:col-start-2 md:contents">
          <OwnerCell step={step} owner={owner} mayEdit={mayEdit} acts={acts} />
          <DateCell step={step} today={today} mayEdit={mayEdit} acts={acts} />
          <ZoneMark zone={step.zone} className="sm:hidden" />
        </span>
      </div>
      {isOpen ? null : <TroubleNotice subjectId={step.id} className="my-2" />}
    </li>
  );
});

function Title({ step, today, planId, isOpen, isRenaming, mayEdit, acts, onOpen, onRenamed }: StepRowProps) {
  const t = useTranslations("steps.row");
  const dates = useDateWords();
  const isOver = step.status === "done" || step.status === "dropped";
  if (isRenaming && mayEdit) {
    return (
      <InPlaceText
        startsOpen
        value={step.title}
        label={t("rename")}
        maxLength={300}
        onSave={(title, was) => void acts.edit({ stepId: step.id, set: { title }, base: { title: was } })}
        onDone={onRenamed}
      />
    );
  }
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(step.id);
  };
  const reason = step.status === "blocked" || step.status === "dropped" ? step.statusReason : null;
  return (
    <span className="flex min-w-0 flex-wrap items-baseline gap-x-1.5">
      <Link
        data-step-link=""
        href={stepPath({ planId, step: step.id })}
        prefetch={false}
        onClick={open}
        aria-current={isOpen ? "true" : undefined}
        className={clsx(
          "min-w-0 rounded-sm wrap-anywhere underline-offset-3 hover:underline",
          isOver && "text-ink-2",
          isOpen && "font-medium",
          step.status === "dropped" && "line-through",
        )}
      >
        {step.title}
      </Link>
      {reason ? (
        <span className="max-w-full truncate text-xs text-ink-3" title={reason}>
          {t(`because.${step.status === "blocked" ? "blocked" : "dropped"}`, { reason })}
        </span>
      ) : null}
      {step.snoozedUntil && step.snoozedUntil > today && !isOver ? (
        <span className="text-xs text-ink-3">{t("putOff", { date: dates.day(step.snoozedUntil, today) })}</span>
      ) : null}
      {step.stalledOn && !isOver ? <span className="text-xs font-medium text-bad">{t("stalled")}</span> : null}
    </span>
  );
}

function Kind({ step }: { step: Step }) {
  const t = useTranslations("common.stepKind");
  const inner = useInnerCase();
  if (step.kind === "task") return null;
  return <span className="text-xs text-ink-3 max-md:hidden">{inner(t(step.kind))}</span>;
}
