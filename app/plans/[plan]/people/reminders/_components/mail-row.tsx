"use client";

import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "@/app/_components/ui/avatar";
import { Button } from "@/app/_components/ui/button";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import type { ForeseenMail } from "@/server/domain/reminder/schemas";
import { stepPath } from "../../../_components/step-path";
import { TroubleNotice } from "../../../_components/trouble-notice";
import { usePlan } from "../../../_components/use-plan";
import { mailKey, type useReminderActs } from "./use-reminders";

type MailRowProps = { mail: ForeseenMail; acts: ReturnType<typeof useReminderActs> };

/** One person's reminder of one day: what is in it, and whether it goes out. */
export function MailRow({ mail, acts }: MailRowProps) {
  const t = useTranslations("reminders.plan");
  const dates = useDateWords();
  const { plan, today } = usePlan();
  const { participantId, day, steps, heldByName } = mail;
  const name = mail.name ?? "";
  const isHeld = steps.every((step) => step.isHeld);
  const isPartly = !isHeld && steps.some((step) => step.isHeld);
  const named = { name, day: dates.day(day, today) };

  return (
    <li className="hairline-b py-3">
      <div className="flex items-start gap-3">
        <Avatar name={name} />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{t("to", { name })}</p>
          <ul className="mt-0.5">
            {steps.map((step) => (
              <li key={step.stepId} className="flex flex-wrap items-baseline gap-x-2 text-sm text-ink-2">
                <Link
                  href={stepPath({ planId: plan.id, step: step.stepId })}
                  className={clsx(
                    "wrap-anywhere text-ink underline-offset-3 hover:underline",
                    step.isHeld && "text-ink-2 line-through",
                  )}
                >
                  {step.title}
                </Link>
                <span>{t(`reason.${step.reason}`)}</span>
                {step.isLast ? <span className="font-medium text-bad">{t("last")}</span> : null}
                <ZoneMark zone={step.zone} />
              </li>
            ))}
          </ul>
          {isHeld && heldByName ? (
            <p className="mt-1 text-sm font-medium">{t("heldBy", { name: heldByName })}</p>
          ) : null}
          {isPartly && heldByName ? <p className="mt-1 text-sm">{t("heldPartly", { name: heldByName })}</p> : null}
        </div>
        {isHeld || isPartly ? (
          <Button
            size="sm"
            aria-label={t("releaseOf", named)}
            onClick={() => void acts.release({ participantId, day })}
          >
            {t("release")}
          </Button>
        ) : (
          <Button size="sm" aria-label={t("holdOf", named)} onClick={() => void acts.hold({ participantId, day })}>
            {t("hold")}
          </Button>
        )}
      </div>
      <TroubleNotice subjectId={mailKey(mail)} className="mt-2" />
    </li>
  );
}
