"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { CadenceForm } from "@/app/_components/cadence/cadence-form";
import { useCadenceWords } from "@/app/_components/cadence/use-cadence-words";
import { Popover } from "@/app/_components/ui/popover";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { useTRPC } from "@/app/_trpc/client";
import { mostReminders } from "@/server/domain/reminder/schemas";
import type { Step } from "@/server/domain/step/schemas";
import { SnoozeChoice } from "../../_components/snooze-choice";
import type { StepActs } from "../../_components/step-acts";
import { isOpen, openPredecessorsOf } from "../../_components/step-order";
import { usePlan } from "../../_components/use-plan";

type StepRemindersProps = { step: Step; acts: StepActs; mayEdit: boolean };

const quiet = "tap-target text-sm text-accent underline-offset-3 hover:underline";

/** How the step is reminded of, until when it is put off, and whether it was raised. */
export function StepReminders({ step, acts, mayEdit }: StepRemindersProps) {
  const t = useTranslations("reminders");
  const dates = useDateWords();
  const { plan, me, participants, steps, today } = usePlan();
  const about = useQuery(useTRPC().reminder.ofStep.queryOptions({ planId: plan.id, stepId: step.id }));
  const isMine = me.participantId !== null && step.ownerId === me.participantId;
  const isPutOff = step.snoozedUntil !== null && step.snoozedUntil > today && isOpen(step);
  const raised = isOpen(step) ? about.data?.raised : null;

  return (
    <div className="flex flex-col items-start gap-1 text-sm text-ink-2">
      <p>{t("step.sent", { count: step.remindersSent })}</p>
      {isOpen(step) && openPredecessorsOf(step, steps).length > 0 ? <p>{t("step.waits")}</p> : null}
      {isPutOff && step.snoozedUntil ? (
        <p className="font-medium text-ink">
          {isMine
            ? t("step.snoozedByYou", { date: dates.day(step.snoozedUntil, today) })
            : t("step.snoozed", {
                name: participants.find(({ id }) => id === step.ownerId)?.name ?? "",
                date: dates.day(step.snoozedUntil, today),
              })}
        </p>
      ) : null}
      {raised ? (
        <p>
          {t("step.raised", {
            isToMe: String(raised.isToMe),
            name: raised.toName ?? "",
            date: dates.day(raised.on, today),
          })}
        </p>
      ) : null}
      {about.data ? <OwnCadence step={step} usual={about.data.usual} acts={acts} mayEdit={mayEdit} /> : null}
      {mayEdit && isMine && isOpen(step) ? (
        <div className="flex flex-wrap gap-x-3">
          {step.remindersSent < mostReminders ? (
            <SnoozeChoice
              value={step.snoozedUntil}
              onChoose={(until) => void acts.snooze({ stepId: step.id, until })}
              trigger={(props) => (
                <button {...props} type="button" className={quiet}>
                  {t("step.snooze")}
                </button>
              )}
            />
          ) : null}
          {isPutOff ? (
            <button type="button" className={quiet} onClick={() => void acts.snooze({ stepId: step.id, until: null })}>
              {t("step.again")}
            </button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

type OwnCadenceProps = StepRemindersProps & { usual: Parameters<ReturnType<typeof useCadenceWords>>[0] };

function OwnCadence({ step, usual, acts, mayEdit }: OwnCadenceProps) {
  const t = useTranslations("reminders");
  const words = useCadenceWords();
  return (
    <div>
      {words(step.cadence ?? usual)}{" "}
      {mayEdit ? (
        <Popover
          label={t("cadence.choice")}
          align="end"
          className="w-[24rem]"
          trigger={(props) => (
            <button {...props} type="button" aria-label={t("cadence.choice")} className={quiet}>
              {t("cadence.change")}
            </button>
          )}
        >
          {(close) => (
            <CadenceForm
              value={step.cadence}
              usual={usual}
              onSave={(cadence) => {
                close();
                void acts.setCadence({ stepId: step.id, cadence });
              }}
            />
          )}
        </Popover>
      ) : null}
    </div>
  );
}
