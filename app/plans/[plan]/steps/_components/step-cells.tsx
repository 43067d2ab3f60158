"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Avatar, OpenAvatar } from "@/app/_components/ui/avatar";
import type { Participant } from "@/server/domain/participant/schemas";
import type { Step } from "@/server/domain/step/schemas";
import { DateChoice } from "../../_components/date-choice";
import { DueDate } from "../../_components/due-date";
import { OwnerChoice } from "../../_components/owner-choice";
import { isOpenRole, usePersonName } from "../../_components/people";
import type { StepActs } from "../../_components/step-acts";

export const cellLook =
  "tap-target -mx-1.5 flex min-w-0 max-w-full items-center gap-2 justify-self-start rounded-sm border border-transparent px-[5px] py-px text-left text-sm hover:border-line-strong";

type CellProps = { step: Step; mayEdit: boolean; acts: StepActs };

export function OwnerCell({ step, owner, mayEdit, acts }: CellProps & { owner: Participant | undefined }) {
  const t = useTranslations("steps.row");
  const nameOf = usePersonName();
  const name = owner ? nameOf(owner) : t("noOwner");
  const shown = (
    <>
      {owner && !isOpenRole(owner) ? <Avatar name={name} /> : <OpenAvatar />}
      <span className={clsx("truncate", owner ? "text-ink-2" : "text-ink-3")}>{name}</span>
    </>
  );
  if (!mayEdit) return <span className="flex min-w-0 items-center gap-2 text-sm">{shown}</span>;
  return (
    <OwnerChoice
      step={step}
      onChoose={(ownerId) => void acts.edit({ stepId: step.id, set: { ownerId }, base: { ownerId: step.ownerId } })}
      trigger={(props) => (
        <button
          {...props}
          type="button"
          data-cell="owner"
          aria-label={t("changeOwner", { name })}
          title={name}
          className={cellLook}
        >
          {shown}
        </button>
      )}
    />
  );
}

export function DateCell({ step, today, mayEdit, acts }: CellProps & { today: string }) {
  const t = useTranslations("steps.row");
  const shown = step.dueOn ? (
    <DueDate step={step} today={today} />
  ) : (
    <span className="text-sm text-ink-3">{t("noDate")}</span>
  );
  if (!mayEdit) return <span>{shown}</span>;
  const save = (dueOn: string | null) =>
    void acts.edit({ stepId: step.id, set: { dueOn }, base: { dueOn: step.dueOn } });
  return (
    <DateChoice
      label={t("date")}
      value={step.dueOn}
      today={today}
      onChoose={save}
      onClear={() => save(null)}
      trigger={(props) => (
        <button {...props} type="button" data-cell="date" className={cellLook}>
          <span className="sr-only">{t("changeDate")}</span>
          {shown}
        </button>
      )}
    />
  );
}
