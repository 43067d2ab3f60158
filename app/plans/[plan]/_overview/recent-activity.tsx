"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Section } from "@/app/_components/shell/page-body";
import { planPath } from "@/app/_components/shell/paths";
import { InBrowser } from "@/app/_components/ui/in-browser";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { useTRPC } from "@/app/_trpc/client";
import { EventRow } from "../_components/event-row";
import { usePlanId } from "../_components/use-plan";
import { recentEvents } from "./recent-events";

export function RecentActivity() {
  const t = useTranslations("overview.activity");
  const planId = usePlanId();
  const { data } = useSuspenseQuery(useTRPC().activity.list.queryOptions(recentEvents(planId)));
  return (
    <Section
      title={t("title")}
      className="border-t border-line pt-6 xl:pt-7"
      aside={
        <Link href={planPath(planId, "activity")} className="text-accent underline-offset-3 hover:underline">
          {t("all")}
        </Link>
      }
    >
      {data.events.length === 0 ? <p className="text-ink-2">{t("nothing")}</p> : null}
      <ul className="flex flex-col gap-4">
        <InBrowser places={data.events.map(({ id }) => <EventPlace key={id} />)}>
          {() =>
            data.events.map((event) => (
              <li key={event.id}>
                <EventRow event={event} />
              </li>
            ))
          }
        </InBrowser>
      </ul>
    </Section>
  );
}

function EventPlace() {
  return (
    <li className="flex h-[57px] gap-3">
      <Skeleton className="mt-px size-[22px] rounded-full" />
      <Skeleton className="mt-1 h-3.5 flex-1" />
    </li>
  );
}
