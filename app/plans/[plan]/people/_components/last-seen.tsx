"use client";

import clsx from "clsx";
import { useNow, useTranslations } from "next-intl";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { useHere } from "@/app/_trpc/live";
import type { Participant } from "@/server/domain/participant/schemas";
import { usePlan } from "../../_components/use-plan";
import { isQuiet } from "./coverage";

/** Where somebody stands with the plan: here, last seen, or how far their invitation got. */
export function LastSeen({ person, className }: { person: Participant; className?: string }) {
  const t = useTranslations("people.status");
  const dates = useDateWords();
  const { me } = usePlan();
  const here = useHere();
  const now = useNow();
  const isHere = person.id === me.participantId || (here ? here.includes(person.id) : person.isHere);
  const dayOf = (at: Date) => dates.lastDay(at, now);

  if (isHere) {
    return (
      <span className={clsx("inline-flex items-center gap-1.5 text-accent", className)}>
        <span aria-hidden="true" className="size-1.5 rounded-full bg-accent" />
        {t("here")}
      </span>
    );
  }
  if (person.status === "joined" && person.lastSeenAt) {
    const quiet = isQuiet(person, now);
    return (
      <time
        dateTime={person.lastSeenAt.toISOString()}
        title={dates.exactMoment(person.lastSeenAt)}
        className={clsx(quiet ? "font-medium text-bad" : "text-ink-2", className)}
      >
        {t(quiet ? "quiet" : "seen", { when: dayOf(person.lastSeenAt) })}
      </time>
    );
  }
  if (person.status === "joined" && person.joinedAt) {
    return (
      <time
        dateTime={person.joinedAt.toISOString()}
        title={dates.exactMoment(person.joinedAt)}
        className={clsx("text-ink-2", className)}
      >
        {t("joinedOn", { when: dayOf(person.joinedAt) })}
      </time>
    );
  }
  const isUnanswered = person.unansweredAt !== null && (person.status === "invited" || person.status === "delivered");
  const isTrouble = person.status === "bounced" || isUnanswered;
  const look = isTrouble ? "font-medium text-bad" : "text-ink-3";
  if (isUnanswered) return <span className={clsx(look, className)}>{t("unanswered")}</span>;
  const stage = stageOf(person);
  if (stage) {
    return (
      <time dateTime={stage.at.toISOString()} title={dates.exactMoment(stage.at)} className={clsx(look, className)}>
        {t(`on.${stage.status}`, { when: dayOf(stage.at) })}
      </time>
    );
  }
  return <span className={clsx(look, className)}>{t(person.status)}</span>;
}

/** How far the invitation got, and when; null when the moment is not known. */
function stageOf({ status, invitedAt, deliveredAt, openedAt, bouncedAt }: Participant) {
  if (status === "not_invited" || status === "joined") return null;
  const at = { invited: invitedAt, delivered: deliveredAt, opened: openedAt, bounced: bouncedAt }[status];
  return at && { status, at };
}
