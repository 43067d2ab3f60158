"use client";

import { ActorMark } from "@/app/_components/actor-mark";
import { MomentText } from "@/app/_components/ui/date-text";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import { useRecentChange } from "@/app/_trpc/live";
import type { Event } from "@/server/domain/activity/schemas";
import { EventSentence } from "./event-sentence";
import { usePlan } from "./use-plan";

/** As they are called today: a history of two names would be of two colours. */
function useActorName(): (event: Event) => string {
  const { participants } = usePlan();
  return ({ actorParticipantId, actorName }) =>
    participants.find(({ id }) => id === actorParticipantId)?.name ?? actorName;
}

type EventRowProps = {
  event: Event;
  /** A heading over it says the day. */
  isUnderDay?: boolean;
};

/** One thing that happened: who, what, when, and who can see it. */
export function EventRow({ event, isUnderDay = false }: EventRowProps) {
  const nameOf = useActorName();
  const isRecent = useRecentChange(event.subjectId) !== null && Date.now() - event.at.getTime() < 10_000;
  return (
    <div className={isRecent ? "flex animate-settle gap-3 rounded-md" : "flex gap-3"}>
      <ActorMark name={nameOf(event)} className="mt-px" />
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere text-ink-2">
          <EventSentence event={event} />
        </p>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
          <MomentText at={event.at} form={isUnderDay ? "time" : "moment"} />
          <ZoneMark zone={event.zone} />
        </p>
      </div>
    </div>
  );
}
