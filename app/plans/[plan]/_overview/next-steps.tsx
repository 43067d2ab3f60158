"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import { useRecentChange } from "@/app/_trpc/live";
import type { Step } from "@/server/domain/step/schemas";
import { DueDate } from "../_components/due-date";
import { StatusButton } from "../_components/status-button";
import { type StepActs, useStepActs } from "../_components/step-acts";
import { nextStepsOf } from "../_components/step-order";
import { stepPath } from "../_components/step-path";
import { TroubleNotice } from "../_components/trouble-notice";
import { UnsavedMark } from "../_components/unsaved-mark";
import { useMay, usePlan } from "../_components/use-plan";
import { isChampionWanted } from "./champion-wanted";
import { InviteChampion } from "./invite-champion";
import { NextStepCard } from "./next-step-card";
import { NothingForYou } from "./nothing-for-you";

const shownAfterFirst = 5;

/** What the reader can do now: one thing large, then what comes after it. */
export function NextSteps() {
  const t = useTranslations("overview.next");
  const view = usePlan();
  const { me } = view;
  const acts = useStepActs();
  const mayEdit = useMay("step.edit");
  const own = nextStepsOf(view, ({ ownerId }) => ownerId !== null && ownerId === me.participantId);
  const asksForChampion = isChampionWanted(view);
  const first = asksForChampion ? null : own[0];
  const rest = first ? own.slice(1) : own;
  if (!first && !asksForChampion) return <NothingForYou />;

  return (
    <section aria-label={t("heading")}>
      {first ? <NextStepCard step={first} acts={acts} mayEdit={mayEdit} /> : <InviteChampion />}
      <ul className="mx-6 mt-2 max-sm:mx-0">
        {rest.slice(0, shownAfterFirst).map((step) => (
          <Later key={step.id} step={step} acts={acts} mayEdit={mayEdit} today={view.today} />
        ))}
      </ul>
      {rest.length > shownAfterFirst ? (
        <Link
          href={stepPath(
            me.participantId ? { planId: view.plan.id, owner: me.participantId } : { planId: view.plan.id },
          )}
          className="mx-6 mt-3 inline-block text-sm text-accent underline-offset-3 hover:underline max-sm:mx-0"
        >
          {t("more", { count: rest.length - shownAfterFirst })}
        </Link>
      ) : null}
    </section>
  );
}

type LaterProps = { step: Step; acts: StepActs; mayEdit: boolean; today: string };

function Later({ step, acts, mayEdit, today }: LaterProps) {
  const { plan } = usePlan();
  const isRecent = useRecentChange(step.id) !== null;
  return (
    <li className={isRecent ? "hairline-b animate-settle" : "hairline-b"}>
      <div className="flex min-h-10 items-center gap-3 py-1.5 max-sm:min-h-12 max-sm:py-2.5">
        <StatusButton step={step} disabled={!mayEdit} onPress={() => void acts.toggleDone(step)} />
        <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <Link
            href={stepPath({ planId: plan.id, step: step.id })}
            className="wrap-anywhere underline-offset-3 hover:underline"
          >
            {step.title}
          </Link>
          <ZoneMark zone={step.zone} />
        </span>
        <UnsavedMark subjectId={step.id} />
        <DueDate step={step} today={today} className="min-w-[5.5rem] text-right" />
      </div>
      <TroubleNotice subjectId={step.id} className="mb-3" />
    </li>
  );
}
