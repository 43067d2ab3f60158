"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type LineStop, shapeLine } from "@/app/_components/line/line-shape";
import { StopMark } from "@/app/_components/line/stop-mark";
import { DateText } from "@/app/_components/ui/date-text";
import { MilestoneSteps } from "./milestone-steps";
import type { PreviewState } from "./use-preview";

type Shown = NonNullable<PreviewState["shown"]>;
type PreviewLineProps = { shown: Shown; customer: string; today: string };

/** The plan's line, standing up: there is room for every milestone's name, date and steps. */
export function PreviewLine({ shown, customer, today }: PreviewLineProps) {
  const t = useTranslations("newPlan.preview");
  const stops = stopsOf(shown);
  const { stops: drawn, todayIsBeforeAll } = shapeLine(stops, today);
  const isStarted = shown.startsOn <= today;
  const todayRow = <Today key="today" />;
  return (
    <>
      <ol className="relative">
        {todayIsBeforeAll && !isStarted ? todayRow : null}
        <Row
          mark={<StartDot />}
          title={t("start")}
          aside={<DateText date={shown.startsOn} today={today} form="near" />}
        />
        {todayIsBeforeAll && isStarted && shown.startsOn !== today ? todayRow : null}
        {drawn.map((each, index) => {
          const milestone = shown.milestones[index];
          const isLast = index === drawn.length - 1;
          return [
            <Row
              key={each.stop.id}
              isLast={isLast}
              mark={<StopMark drawn={each} compact={false} />}
              title={each.stop.title}
              aside={
                <span className={clsx(each.look === "late" && "font-medium text-bad")}>
                  <DateText date={each.stop.due ?? shown.decidesOn} today={today} form="near" />
                </span>
              }
            >
              {milestone ? <MilestoneSteps milestone={milestone} customer={customer} today={today} /> : null}
            </Row>,
            each.today !== null && !isLast ? todayRow : null,
          ];
        })}
      </ol>
      {shown.milestones.length === 0 ? <p className="mt-1 text-sm text-ink-2">{t("emptyPlan")}</p> : null}
    </>
  );

  function stopsOf({ milestones, decidesOn }: Shown): LineStop[] {
    if (milestones.length === 0) return [stop("decision", t("decision"), decidesOn, true)];
    return milestones.map(({ title, dueOn, isDecision }, index) => stop(`${index}`, title, dueOn, isDecision));
  }
}

const stop = (id: string, title: string, due: string, isDecision: boolean): LineStop => ({
  id,
  title,
  due,
  status: "todo",
  kind: isDecision ? "decision" : "milestone",
});

type RowProps = { mark: ReactNode; title: string; aside: ReactNode; isLast?: boolean; children?: ReactNode };

function Row({ mark, title, aside, isLast = false, children }: RowProps) {
  return (
    <li className="relative grid grid-cols-[15px_minmax(0,1fr)] gap-x-3.5 pb-3.5">
      {isLast ? null : (
        <span aria-hidden="true" className="absolute top-[10px] -bottom-[10px] left-[6px] w-[3px] bg-line-strong" />
      )}
      <span className="pt-[3px]">{mark}</span>
      <div className="min-w-0">
        <div className="flex items-baseline justify-between gap-4">
          <span className="min-w-0 font-medium wrap-anywhere">{title}</span>
          <span className="shrink-0 text-sm text-ink-2">{aside}</span>
        </div>
        {children}
      </div>
    </li>
  );
}

function StartDot() {
  return <span className="relative mx-auto mt-[2.5px] block size-2.5 rounded-full bg-line-strong" />;
}

function Today() {
  const t = useTranslations("common.line");
  return (
    <li className="relative grid grid-cols-[15px_minmax(0,1fr)] items-center gap-x-3.5 pb-3.5">
      <span aria-hidden="true" className="absolute inset-y-0 left-[6px] w-[3px] bg-line-strong" />
      <span aria-hidden="true" className="relative -ml-1 h-0.5 w-[23px] bg-ink" />
      <span className="text-2xs font-medium">{t("today")}</span>
    </li>
  );
}
