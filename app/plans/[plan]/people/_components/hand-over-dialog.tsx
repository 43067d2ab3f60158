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
import { usePersonName } from "../../_components/people";
import type { PeopleActs } from "./use-people-acts";

type HandOverDialogProps = { person: Participant; acts: PeopleActs; onClose: () => void };

/** Only the heir can give it back, so it is asked for. */
export function HandOverDialog({ person, acts, onClose }: HandOverDialogProps) {
  const t = useTranslations("people.handover");
  const common = useTranslations("common");
  const words = useRefusalWords();
  const name = usePersonName()(person);
  const [isGiving, setGiving] = useState(false);
  const [refusal, setRefusal] = useState<RefusalShape | null>(null);

  async function give() {
    setGiving(true);
    const outcome = await acts.handOver({ participantId: person.id });
    setGiving(false);
    if (!outcome.ok) return setRefusal(outcome.refusal);
    onClose();
    toast.say(t("done", { name }));
  }

  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title", { name })}
      description={t("body", { name })}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button variant="primary" pending={isGiving} onClick={() => void give()}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      {refusal ? <InlineError>{words(refusal)}</InlineError> : null}
    </Dialog>
  );
}
