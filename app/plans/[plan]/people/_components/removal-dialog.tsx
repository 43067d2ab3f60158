"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { InlineError } from "@/app/_components/ui/callout";
import { Dialog } from "@/app/_components/ui/dialog";
import { toast } from "@/app/_components/ui/toast";
import { useRefusalWords } from "@/app/_trpc/use-refusal-words";
import type { Participant } from "@/server/domain/participant/schemas";
import type { RefusalShape } from "@/server/trpc/init";
import { isOpenRole, usePersonName } from "../../_components/people";
import { isOpen } from "../../_components/step-order";
import { usePlan } from "../../_components/use-plan";
import type { PeopleActs } from "./use-people-acts";

const stepsShown = 3;

type RemovalDialogProps = { person: Participant; acts: PeopleActs; onClose: () => void; onRemoved: () => void };

/** It can't be undone, so it is asked for with what it affects. */
export function RemovalDialog({ person, acts, onClose, onRemoved }: RemovalDialogProps) {
  const t = useTranslations("people.removal");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const nameOf = usePersonName();
  const { steps } = usePlan();
  const [isRemoving, setRemoving] = useState(false);
  const [refusal, setRefusal] = useState<RefusalShape | null>(null);
  const left = steps.filter((step) => step.ownerId === person.id && isOpen(step));
  const name = nameOf(person);

  async function remove() {
    setRemoving(true);
    const outcome = await acts.remove({ participantId: person.id });
    setRemoving(false);
    if (!outcome.ok) return setRefusal(outcome.refusal);
    onClose();
    onRemoved();
    toast.say(t("removed", { name }));
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={isOpenRole(person) ? t("titleRole", { name }) : t("title", { name })}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="danger-quiet" pending={isRemoving} onClick={() => void remove()}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-2 text-ink-2">
        {person.status === "joined" ? <p>{t("access")}</p> : null}
        {person.status !== "joined" && person.status !== "not_invited" ? <p>{t("invitation")}</p> : null}
        {left.length === 0 ? <p>{t("noSteps")}</p> : <p>{t("steps", { count: left.length })}</p>}
        {left.length > 0 ? (
          <ul className="list-disc pl-5 text-ink">
            {left.slice(0, stepsShown).map((step) => (
              <li key={step.id}>{step.title}</li>
            ))}
            {left.length > stepsShown ? <li>{t("moreSteps", { count: left.length - stepsShown })}</li> : null}
          </ul>
        ) : null}
        {person.status === "joined" ? <p>{t("kept")}</p> : null}
        {refusal ? <InlineError>{words(refusal)}</InlineError> : null}
      </div>
    </Dialog>
  );
}
