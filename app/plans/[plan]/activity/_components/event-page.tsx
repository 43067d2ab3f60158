"use client";

import { useQuery } from "@tanstack/react-query";
import { useTimeZone, useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Skeleton, SkeletonRegion } from "@/app/_components/ui/skeleton";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { useTRPC } from "@/app/_trpc/client";
import type { Event } from "@/server/domain/activity/schemas";
import { EventRow } from "../../_components/event-row";
import { usePlan, usePlanId } from "../../_components/use-plan";

type EventPageProps = { before: Date | undefined; isLast: boolean; onOlder: (next: Date) => void };

/** One page of the history, by day. */
export function EventPage({ before, isLast, onOlder }: EventPageProps) {
  const t = useTranslations("activity");
  const planId = usePlanId();
  const words = useDateWords();
  const { today } = usePlan();
  const zone = useTimeZone();
  const { data, isError, refetch } = useQuery(useTRPC().activity.list.queryOptions({ planId, before }));
  if (isError) {
    return (
      <EmptyState title={t("failed")} action={<Button onClick={() => refetch()}>{t("tryAgain")}</Button>}>
        {t("failedHint")}
      </EmptyState>
    );
  }
  if (!data) return <Waiting />;
  if (data.events.length === 0) return <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>;

  return (
    <>
      {daysOf(data.events, zone).map(([day, events]) => (
        <section key={day} className="mt-7">
          <h2 className="hairline-b pb-2 text-sm text-ink-2">{words.near(day, today)}</h2>
          <ul className="mt-4 flex flex-col gap-4">
            {events.map((event) => (
              <li key={event.id}>
                <EventRow event={event} isUnderDay />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {isLast && data.next ? (
        <Button className="mt-8" onClick={() => data.next && onOlder(data.next)}>
          {t("older")}
        </Button>
      ) : null}
    </>
  );
}

/** By the reader's own days: what happened late yesterday there is not today's here. */
function daysOf(events: readonly Event[], zone: string | undefined): [day: string, events: Event[]][] {
  const form = new Intl.DateTimeFormat("en-CA", { timeZone: zone });
  const days = new Map<string, Event[]>();
  for (const event of events) {
    const day = form.format(event.at);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days];
}

function Waiting() {
  return (
    <SkeletonRegion>
      {["w-72", "w-96", "w-64", "w-80"].map((width) => (
        <Skeleton key={width} className={`mt-6 h-4 max-w-full ${width}`} />
      ))}
    </SkeletonRegion>
  );
}
