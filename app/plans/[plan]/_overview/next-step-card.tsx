"use client";

import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/app/_components/ui/button";
import { DateText } from "@/app/_components/ui/date-text";
import { daysBetween } from "@/app/_components/ui/plain-date";
import { toast } from "@/app/_components/ui/toast";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import { useRecentChange } from "@/app/_trpc/live";
import type { Step } from "@/server/domain/step/schemas";
import { OwnerChoice } from "../_components/owner-choice";
import { usePersonName } from "../_components/people";
import { type StepActs, standingOf, UNDO_MS } from "../_components/step-acts";
import { openPredecessorsOf, waitersOf } from "../_components/step-order";
import { stepPath } from "../_components/step-path";
import { TroubleNotice } from "../_components/trouble-notice";
import { UnsavedMark } from "../_components/unsaved-mark";
import { usePlan } from "../_components/use-plan";

type NextStepCardProps = { step: Step; acts: StepActs; mayEdit: boolean };

export function NextStepCard({ step, acts, mayEdit }: NextStepCardProps) {
  const t = useTranslations("overview.next");
  const common = useTranslations("common");
  const { plan, steps, today } = usePlan();
  const isHeld = step.status === "blocked" || openPredecessorsOf(step, steps).length > 0;
  const isRecent = useRecentChange(step.id) !== null;
  const isUrgent = step.dueOn !== null && daysBetween(today, step.dueOn) <= 1;

  async function finish() {
    const was = step.status === "doing" ? "doing" : "todo";
    const outcome = await acts.complete({ stepId: step.id });
    if (!outcome.ok) return;
    toast.say(t("done", { title: step.title }), {
      duration: UNDO_MS,
      action: {
        label: common("undo"),
        onClick: () => void acts.setStatus({ stepId: step.id, status: was, base: standingOf(outcome.output) }),
      },
    });
  }

  return (
    <article className={`rounded-xl border border-line bg-surface p-6 max-sm:p-5 ${isRecent ? "animate-settle" : ""}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 text-sm">
        <p className="text-ink-2">
          {t("heading")} <UnsavedMark subjectId={step.id} className="ml-1" />
        </p>
        {step.dueOn ? (
          <p className={isUrgent ? "font-medium text-bad" : "text-ink-2"}>
            {step.dueOn < today ? t("wasDue") : t("due")}{" "}
            <DateText date={step.dueOn} today={today} form={isUrgent ? "distance" : "full"} />
          </p>
        ) : null}
      </div>
      <h2 className="mt-2 text-lg wrap-anywhere">{step.title}</h2>
      <Because step={step} />
      <ZoneMark zone={step.zone} className="mt-2" />
      <TroubleNotice subjectId={step.id} className="mt-4" />
      <div className="mt-4 flex flex-wrap gap-2">
        {mayEdit ? (
          <Button variant={isHeld ? "secondary" : "primary"} onClick={() => void finish()}>
            {t("markDone")}
          </Button>
        ) : null}
        <ButtonLink href={stepPath({ planId: plan.id, step: step.id })}>{t("open")}</ButtonLink>
        {mayEdit ? (
          <OwnerChoice
            step={step}
            onChoose={(ownerId) =>
              void acts.edit({ stepId: step.id, set: { ownerId }, base: { ownerId: step.ownerId } })
            }
            trigger={(props) => <Button {...props}>{t("notMine")}</Button>}
          />
        ) : null}
      </div>
    </article>
  );
}

/** Why this one matters now: who can't go on without it, or what it waits for itself. */
function Because({ step }: { step: Step }) {
  const t = useTranslations("overview.next");
  const nameOf = usePersonName();
  const { steps, participants, me } = usePlan();
  const ahead = openPredecessorsOf(step, steps);
  const waiter = waitersOf(step, steps).find(({ ownerId }) => ownerId !== me.participantId);
  const who = participants.find(({ id }) => id === waiter?.ownerId);

  if (step.status === "blocked")
    return <p className="mt-1 text-sm wrap-anywhere text-bad">{t("blocked", { reason: step.statusReason ?? "" })}</p>;
  if (ahead[0]) {
    return (
      <p className="mt-1 text-sm wrap-anywhere text-ink-2">
        {t("waitsFor", { title: ahead[0].title, more: ahead.length - 1 })}
      </p>
    );
  }
  if (!waiter) return null;
  return (
    <p className="mt-1 text-sm wrap-anywhere text-ink-2">
      {who ? t("holdsUp", { name: nameOf(who), title: waiter.title }) : t("holdsUpStep", { title: waiter.title })}
    </p>
  );
}
