"use client";

import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Callout } from "@/app/_components/ui/callout";
import { Skeleton, SkeletonRegion } from "@/app/_components/ui/skeleton";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import type { Anchor } from "./draft";
import { PreviewLine } from "./preview-line";
import type { PreviewState } from "./use-preview";

type PreviewProps = {
  preview: PreviewState;
  anchor: Anchor;
  customer: string;
  today: string;
  onStartToday: () => void;
};

type Shown = NonNullable<PreviewState["shown"]>;

/** The plan as it would be made. On a phone it is folded under the form, with what follows from the dates still in sight. */
export function Preview({ preview, anchor, customer, today, onStartToday }: PreviewProps) {
  const t = useTranslations("newPlan.preview");
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { shown, isBehind, isDated, error } = preview;
  return (
    <section aria-labelledby={`${id}-title`} className="min-w-0 md:border-l md:border-line md:pl-8 xl:pl-10">
      <div className="md:sticky md:top-6" aria-busy={isBehind && isDated}>
        <div className="flex items-baseline justify-between gap-4 text-sm">
          <h2 id={`${id}-title`} className="font-medium tracking-normal text-ink-2">
            {t("title")}
          </h2>
          {isBehind && isDated && shown ? <p className="animate-appear text-ink-3">{t("behind")}</p> : null}
        </div>
        {shown && isDated ? (
          <>
            <Inferred shown={shown} anchor={anchor} today={today} />
            <InThePast shown={shown} anchor={anchor} today={today} onStartToday={onStartToday} />
            <Button
              wide
              className="mt-4 md:hidden"
              aria-expanded={isOpen}
              aria-controls={`${id}-plan`}
              onClick={() => setOpen(!isOpen)}
            >
              {t(isOpen ? "fold" : "unfold")}
              <ChevronDown size={15} aria-hidden="true" className={clsx(isOpen && "rotate-180")} />
            </Button>
            <div id={`${id}-plan`} className={clsx("mt-6", !isOpen && "max-md:hidden")}>
              <PreviewLine shown={shown} customer={customer} today={today} />
            </div>
          </>
        ) : null}
        {isDated ? null : <p className="mt-2 text-ink-2">{t("undated")}</p>}
        {isDated && !shown ? error ? <Failed onRetry={() => void preview.retry()} /> : <Waiting /> : null}
      </div>
    </section>
  );
}

/** The end that was not given, large; what it follows from beneath. */
function Inferred({ shown, anchor, today }: { shown: Shown; anchor: Anchor; today: string }) {
  const t = useTranslations("newPlan.preview");
  const dates = useDateWords();
  const isFromStart = anchor === "start";
  const inferred = isFromStart ? shown.decidesOn : shown.startsOn;
  const steps = shown.milestones.reduce((sum, milestone) => sum + milestone.steps.length, 0);
  return (
    <div aria-live="polite">
      <p className="mt-1 text-xl font-semibold" title={dates.exact(inferred)}>
        {t(isFromStart ? "decidesOn" : "startsOn", { date: dates.day(inferred, today) })}
      </p>
      <p className="mt-1 text-sm text-ink-2">
        {t(isFromStart ? "fromStart" : "fromTarget", {
          days: shown.workingDays,
          date: dates.day(isFromStart ? shown.startsOn : shown.decidesOn, today),
          distance: dates.distance(inferred, today),
        })}{" "}
        {steps > 0 ? t("counts", { steps, milestones: shown.milestones.length }) : null}
      </p>
    </div>
  );
}

type InThePastProps = { shown: Shown; anchor: Anchor; today: string; onStartToday: () => void };

function InThePast({ shown, anchor, today, onStartToday }: InThePastProps) {
  const t = useTranslations("newPlan.preview.past");
  const dates = useDateWords();
  const decision = shown.decidesOn < today;
  const start = anchor === "target" && shown.startsOn < today;
  if (!decision && !start) return null;
  const overdue = shown.milestones.flatMap(({ steps }) => steps).filter(({ dueOn }) => dueOn < today).length;
  return (
    <Callout
      tone="warn"
      announce
      className="mt-4"
      title={t(decision ? "decision" : "start", {
        date: dates.day(decision ? shown.decidesOn : shown.startsOn, today),
      })}
      action={
        <Button size="sm" onClick={onStartToday}>
          {t("startToday")}
        </Button>
      }
    >
      {t(decision ? "decisionHint" : "startHint", { overdue })}
    </Callout>
  );
}

function Waiting() {
  return (
    <SkeletonRegion className="mt-3 flex flex-col gap-3">
      <Skeleton className="h-7 w-56" />
      <Skeleton className="h-4 w-64" />
      {["a", "b", "c", "d", "e", "f"].map((key) => (
        <Skeleton key={key} className="mt-3 h-9 w-full" />
      ))}
    </SkeletonRegion>
  );
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("newPlan.preview");
  const common = useTranslations("common");
  return (
    <Callout tone="warn" className="mt-3" action={<Button onClick={onRetry}>{common("tryAgain")}</Button>}>
      {t("failed")}
    </Callout>
  );
}
