"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Callout } from "@/app/_components/ui/callout";
import { toast } from "@/app/_components/ui/toast";
import type { Participant } from "@/server/domain/participant/schemas";
import { usePersonName } from "../../_components/people";
import { usePlan } from "../../_components/use-plan";
import { mayInviteTo } from "./standing";
import type { PeopleActs } from "./use-people-acts";

type BouncedNoteProps = {
  person: Participant;
  acts: PeopleActs;
  onInvite: () => void;
  /** Where there is room to offer it. */
  onInviteAnother?: () => void;
  className?: string;
};

/** That mail to somebody comes back, and what to do about it, where one meets them. */
export function BouncedNote({ person, acts, onInvite, onInviteAnother, className }: BouncedNoteProps) {
  const t = useTranslations("delivery.bounced");
  const row = useTranslations("people.row");
  const panel = useTranslations("people.panel");
  const name = usePersonName()(person);
  const { me } = usePlan();
  if (!person.bouncedAt || !person.email) return null;
  const { email } = person;
  const hasJoined = person.status === "joined";
  const mayInvite = mayInviteTo(me, person.side);

  async function retry() {
    const outcome = await acts.retryAddress({ participantId: person.id });
    if (outcome.ok) toast.say(t(hasJoined ? "retried" : "sent", { email }));
  }

  return (
    <Callout
      tone="bad"
      className={clsx("wrap-anywhere", className)}
      title={t("title")}
      action={
        mayInvite ? (
          <>
            {hasJoined ? null : (
              <Button size="sm" onClick={onInvite}>
                {row("correct")}
              </Button>
            )}
            {onInviteAnother && !hasJoined ? (
              <Button size="sm" onClick={onInviteAnother}>
                {panel("otherPerson")}
              </Button>
            ) : null}
            <Button size="sm" variant={hasJoined ? "secondary" : "ghost"} onClick={() => void retry()}>
              {t("retry")}
            </Button>
          </>
        ) : null
      }
    >
      {mayInvite ? t(hasJoined ? "joined" : "waiting", { email, name }) : t("readOnly", { email })}
    </Callout>
  );
}
