"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Callout } from "@/app/_components/ui/callout";
import type { Participant } from "@/server/domain/participant/schemas";
import { usePersonName } from "../../_components/people";
import { usePlan } from "../../_components/use-plan";
import { mayInviteTo } from "./standing";

type InvitationTroubleProps = { person: Participant; onInvite: () => void; onInviteAnother: () => void };

/** What to do where mails have done what they can. */
export function InvitationTrouble({ person, onInvite, onInviteAnother }: InvitationTroubleProps) {
  const t = useTranslations("people.panel");
  const nameOf = usePersonName();
  const { me } = usePlan();
  const isUnanswered = person.unansweredAt !== null && (person.status === "invited" || person.status === "delivered");
  if (!isUnanswered) return null;
  return (
    <Callout
      tone="warn"
      className="mb-5"
      title={t("unanswered")}
      action={
        mayInviteTo(me, person.side) ? (
          <>
            <Button size="sm" onClick={onInvite}>
              {t("otherAddress")}
            </Button>
            <Button size="sm" onClick={onInviteAnother}>
              {t("otherPerson")}
            </Button>
          </>
        ) : null
      }
    >
      {t("unansweredLead", { name: nameOf(person) })}
    </Callout>
  );
}
