"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import type { Step } from "@/server/domain/step/schemas";
import { usePlanId } from "../../_components/use-plan";
import { cellLook } from "./step-cells";

const MeetingDialog = lazy(() => import("./meeting-dialog"));

/** When and where a step of kind meeting takes place, and who is asked; the time can be set once there is a date. */
export function MeetingFact({ step, mayEdit }: { step: Step; mayEdit: boolean }) {
  const t = useTranslations("calendar.meeting");
  const planId = usePlanId();
  const { data: meeting, isError } = useQuery(useTRPC().meeting.read.queryOptions({ planId, stepId: step.id }));
  const [isOpen, setIsOpen] = useState(false);

  if (isError) return <span className="text-sm text-bad">{t("failed")}</span>;
  if (meeting === undefined) return null;
  if (!step.dueOn) return <span className="text-sm text-ink-3">{t("noDate")}</span>;
  return (
    <div className="text-sm">
      {meeting ? (
        <>
          <p className="tabular-nums">{t("when", { starts: meeting.startsAt, minutes: meeting.minutes })}</p>
          {meeting.place ? <p className="wrap-anywhere text-ink-2">{meeting.place}</p> : null}
          <p className="text-ink-3">{t("asked", { count: meeting.attendeeIds.length })}</p>
        </>
      ) : null}
      {mayEdit ? (
        <button type="button" className={cellLook} onClick={() => setIsOpen(true)}>
          {meeting ? t("edit") : t("set")}
        </button>
      ) : meeting ? null : (
        <span className="text-ink-3">{t("none")}</span>
      )}
      {isOpen ? (
        <Suspense fallback={null}>
          <MeetingDialog step={step} dueOn={step.dueOn} meeting={meeting} onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
