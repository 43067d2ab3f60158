"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateText } from "@/app/_components/ui/date-text";
import { DropdownMenu, MenuChoice } from "@/app/_components/ui/dropdown-menu";
import { daysBetween } from "@/app/_components/ui/plain-date";
import { stepKinds } from "@/db/vocabulary";
import type { Step } from "@/server/domain/step/schemas";
import type { StepActs } from "../../_components/step-acts";
import { isOpen } from "../../_components/step-order";
import { usePlan } from "../../_components/use-plan";
import { MeetingFact } from "./meeting-fact";
import { cellLook, DateCell, OwnerCell } from "./step-cells";
import { StepLinks } from "./step-links";
import { StepReminders } from "./step-reminders";
import { ZoneFact } from "./zone-fact";

type StepFactsProps = { step: Step; acts: StepActs; mayEdit: boolean };

export function StepFacts({ step, acts, mayEdit }: StepFactsProps) {
  const t = useTranslations("steps.fact");
  const kinds = useTranslations("common.stepKind");
  const meeting = useTranslations("calendar.meeting");
  const { steps, participants, today } = usePlan();
  const waitsFor = steps.filter(({ id }) => step.waitsFor.includes(id));
  const holdsUp = steps.filter((other) => other.waitsFor.includes(step.id));
  const owner = participants.find(({ id }) => id === step.ownerId);

  return (
    <dl className="mt-5 grid grid-cols-[5.75rem_minmax(0,1fr)] items-baseline gap-x-4 gap-y-2.5 border-b border-line pb-5">
      <Fact name={t("owner")} isCentred>
        <OwnerCell step={step} owner={owner} mayEdit={mayEdit} acts={acts} />
      </Fact>
      <Fact name={t("due")}>
        <span className="flex flex-wrap items-baseline gap-x-2">
          <DateCell step={step} today={today} mayEdit={mayEdit} acts={acts} />
          {step.dueOn && isOpen(step) && Math.abs(daysBetween(today, step.dueOn)) > 1 ? (
            <DateText date={step.dueOn} today={today} form="distance" className="text-sm text-ink-3" />
          ) : null}
        </span>
      </Fact>
      <Fact name={t("kind")}>
        {mayEdit ? (
          <DropdownMenu
            label={t("kind")}
            trigger={(props) => (
              <button {...props} type="button" className={cellLook}>
                <span className="sr-only">{t("changeKind")}</span>
                {kinds(step.kind)}
              </button>
            )}
          >
            <MenuChoice
              label={t("kind")}
              value={step.kind}
              options={stepKinds.map((kind) => ({ value: kind, label: kinds(kind) }))}
              onValueChange={(kind) => void acts.edit({ stepId: step.id, set: { kind }, base: { kind: step.kind } })}
            />
          </DropdownMenu>
        ) : (
          <span className="text-sm">{kinds(step.kind)}</span>
        )}
      </Fact>
      {step.kind === "meeting" ? (
        <Fact name={meeting("label")}>
          <MeetingFact key={step.id} step={step} mayEdit={mayEdit} />
        </Fact>
      ) : null}
      <Fact name={t("waitsFor")}>
        <StepLinks step={step} linked={waitsFor} direction="waitsFor" acts={acts} mayEdit={mayEdit} />
      </Fact>
      <Fact name={t("holdsUp")}>
        <StepLinks step={step} linked={holdsUp} direction="holdsUp" acts={acts} mayEdit={mayEdit} />
      </Fact>
      <Fact name={t("zone")}>
        <ZoneFact step={step} acts={acts} mayEdit={mayEdit} />
      </Fact>
      <Fact name={t("reminders")}>
        <StepReminders step={step} acts={acts} mayEdit={mayEdit} />
      </Fact>
    </dl>
  );
}

type FactProps = {
  name: string /** Beside a picture, which has no baseline of its own. */;
  isCentred?: boolean;
  children: ReactNode;
};

function Fact({ name, isCentred = false, children }: FactProps) {
  return (
    <>
      <dt className={clsx("text-sm text-ink-3", isCentred && "self-center")}>{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
