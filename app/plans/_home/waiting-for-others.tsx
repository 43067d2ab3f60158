"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Avatar, OpenAvatar } from "@/app/_components/ui/avatar";
import { Dotted } from "@/app/_components/ui/dotted";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import type { HomeStep } from "@/server/domain/person/schemas";
import { stepPath } from "../[plan]/_components/step-path";
import { StepList } from "./step-list";

const shownAtFirst = 5;

/** What others have to do before the reader can go on, the soonest first. */
export function WaitingForOthers({ steps, today }: { steps: readonly HomeStep[]; today: string }) {
  const t = useTranslations("home.group");
  const common = useTranslations("common");
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? steps : steps.slice(0, shownAtFirst);
  return (
    <div>
      <StepList title={t("waiting")}>
        {shown.map((step) => (
          <WaitedForStep key={step.id} step={step} today={today} />
        ))}
      </StepList>
      {shown.length < steps.length ? (
        <button
          type="button"
          onClick={() => setWhole(true)}
          className="tap-target mt-2.5 min-h-6 text-sm text-accent underline-offset-3 hover:underline"
        >
          {common("more", { count: steps.length - shown.length })}
        </button>
      ) : null}
    </div>
  );
}

/** A step of somebody else's that one of the reader's own waits for. */
function WaitedForStep({ step, today }: { step: HomeStep; today: string }) {
  const t = useTranslations("home.step");
  const dates = useDateWords();
  const isLate = step.dueOn !== null && step.dueOn < today;
  return (
    <li className="hairline-b flex gap-3.5 py-3">
      <span className="flex h-6 shrink-0 items-center">
        {step.ownerName ? <Avatar name={step.ownerName} /> : <OpenAvatar />}
      </span>
      <div className="min-w-0 flex-1">
        <Link
          href={stepPath({ planId: step.planId, step: step.id })}
          className="text-[1rem] wrap-anywhere underline-offset-3 hover:underline"
        >
          {step.title}
        </Link>
        <p className="mt-0.5 text-sm text-ink-2">
          <Dotted className="wrap-anywhere">
            {step.ownerName ?? t("nobody")}
            {step.dueOn ? (
              <time dateTime={step.dueOn} title={dates.exact(step.dueOn)} className={isLate ? "text-bad" : undefined}>
                {t(isLate ? "wasDue" : "due", { date: dates.short(step.dueOn, today) })}
              </time>
            ) : null}
            {step.zone === "shared" ? null : <ZoneMark zone={step.zone} />}
          </Dotted>
        </p>
      </div>
    </li>
  );
}
