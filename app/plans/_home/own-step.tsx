"use client";

import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { BothValues } from "@/app/_components/both-values";
import { Button } from "@/app/_components/ui/button";
import { Callout } from "@/app/_components/ui/callout";
import { DateText } from "@/app/_components/ui/date-text";
import { Dotted } from "@/app/_components/ui/dotted";
import { daysBetween } from "@/app/_components/ui/plain-date";
import { StatusDot, useStatusWords } from "@/app/_components/ui/status-dot";
import { useListWords } from "@/app/_components/ui/use-list-words";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import { mayOnPlan } from "@/server/domain/_kernel/permissions";
import type { HomeStep } from "@/server/domain/person/schemas";
import type { PlanListItem } from "@/server/domain/plan/schemas";
import { mostReminders } from "@/server/domain/reminder/schemas";
import { stepPath } from "../[plan]/_components/step-path";
import { PutOff } from "./put-off";
import type { Finishing } from "./use-finishing";

type OwnStepProps = { step: HomeStep; today: string; plans: readonly PlanListItem[]; finishing: Finishing };

/** One thing the reader can do, done where it stands. */
export function OwnStep({ step, today, plans, finishing }: OwnStepProps) {
  const t = useTranslations("home.step");
  const isDone = finishing.finished.has(step.id);
  const isUrgent = !isDone && step.dueOn !== null && daysBetween(today, step.dueOn) <= 1;
  const me = plans.find(({ id }) => id === step.planId)?.me;
  const mayFinish = me != null && mayOnPlan(me, "step.edit");
  const status = isDone ? "done" : step.status;

  return (
    <li className="hairline-b py-3">
      <div className="flex gap-3.5">
        {mayFinish ? (
          <button
            type="button"
            aria-label={t(isDone ? "reopen" : "finish", { title: step.title })}
            onClick={() => void (isDone ? finishing.reopen(step) : finishing.finish(step))}
            className="tap-target flex h-6 shrink-0 items-center rounded-full"
          >
            <StatusDot status={status} size={22} decorative />
          </button>
        ) : (
          <StatusDot status={status} size={22} className="h-6 items-center" />
        )}
        <div className="min-w-0 flex-1">
          <Link
            href={stepPath({ planId: step.planId, step: step.id })}
            className={clsx(
              "text-[1rem] wrap-anywhere underline-offset-3 hover:underline",
              isUrgent && "font-medium",
              isDone && "text-ink-3",
            )}
          >
            {step.title}
          </Link>
          <div className="mt-0.5 text-sm text-ink-2">
            {isDone ? (
              <DoneNote step={step} mayReopen={mayFinish} finishing={finishing} />
            ) : (
              <>
                <About step={step} today={today} isUrgent={isUrgent} isOnlyPlan={plans.length === 1} />
                {mayFinish && mayWait(step, today) ? <PutOff step={step} today={today} /> : null}
              </>
            )}
          </div>
        </div>
      </div>
      <Refused step={step} finishing={finishing} />
    </li>
  );
}

/** A reminder of it may come within a week, or was put off. */
function mayWait({ snoozedUntil, openPredecessors, status, dueOn, remindersSent }: HomeStep, today: string): boolean {
  if (snoozedUntil !== null && snoozedUntil > today) return true;
  return (
    remindersSent < mostReminders &&
    openPredecessors.length === 0 &&
    status !== "blocked" &&
    dueOn !== null &&
    daysBetween(today, dueOn) <= REMINDED_WITHIN
  );
}

const REMINDED_WITHIN = 7;

function DoneNote({ step, mayReopen, finishing }: { step: HomeStep; mayReopen: boolean; finishing: Finishing }) {
  const t = useTranslations("home.step");
  const common = useTranslations("common");
  return (
    <p className="flex gap-2">
      <span role="status">{t("done")}</span>
      {mayReopen ? (
        <button
          type="button"
          onClick={() => void finishing.reopen(step)}
          className="tap-target text-accent underline-offset-3 hover:underline"
        >
          {common("undo")}
        </button>
      ) : null}
    </p>
  );
}

type AboutProps = { step: HomeStep; today: string; isUrgent: boolean; isOnlyPlan: boolean };

/** When, in which plan, what keeps it or who can't go on without it, and who sees it. */
function About({ step, today, isUrgent, isOnlyPlan }: AboutProps) {
  const t = useTranslations("home.step");
  const listed = useListWords();
  const [first] = step.openPredecessors;
  const holds =
    step.waiting.length > 0 ? t("isWaiting", { names: listed(step.waiting), count: step.waiting.length }) : null;
  const because = first ? t("waitsFor", { title: first, more: step.openPredecessors.length - 1 }) : holds;
  return (
    <p>
      <Dotted className="wrap-anywhere">
        <span className={isUrgent ? "font-medium text-bad" : undefined}>
          {step.dueOn ? <DateText date={step.dueOn} today={today} form="near" /> : t("noDate")}
        </span>
        {step.zone === "shared" ? null : <ZoneMark zone={step.zone} />}
        {isOnlyPlan ? null : step.planTitle}
        {step.status === "blocked" ? <span className="text-bad">{t("blocked")}</span> : null}
        {because}
      </Dotted>
    </p>
  );
}

/** Why it could not be finished, in its place; what it waits for can be passed over once one knows. */
function Refused({ step, finishing }: { step: HomeStep; finishing: Finishing }) {
  const t = useTranslations("home.step");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const statusOf = useStatusWords();
  const refused = finishing.refusals.get(step.id);
  if (!refused) return null;
  if (refused.refusal.code === "conflict") {
    return (
      <BothValues
        conflicts={refused.refusal.details.conflicts ?? []}
        show={(field, value) => (field === "status" ? statusOf(value) : String(value))}
        onKeepMine={(base) => refused.again({ base })}
        onTakeTheirs={() => void finishing.takeTheirs(step)}
        className="mt-3"
      />
    );
  }
  const isWaiting = refused.refusal.code === "waits";
  return (
    <Callout
      tone={isWaiting ? "warn" : "bad"}
      announce
      className="mt-3"
      action={
        <>
          <Button size="sm" onClick={() => refused.again({ anyway: isWaiting })}>
            {isWaiting ? t("anyway") : common("tryAgain")}
          </Button>
          <Button size="sm" variant="ghost" onClick={() => finishing.settle(step.id)}>
            {common("cancel")}
          </Button>
        </>
      }
    >
      {words(refused.refusal)}
    </Callout>
  );
}
