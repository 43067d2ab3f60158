"use client";

import Link from "next/link";
import { useTimeZone, useTranslations } from "next-intl";
import { planPath } from "@/app/_components/shell/paths";
import { localMoment } from "@/app/_components/ui/plain-date";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import type { Notice } from "@/server/domain/notification/schemas";
import { NoticeRow } from "./notice-row";

type NoticeDaysProps = { notices: readonly Notice[]; today: string; onOpen: (notice: Notice) => void };

/** By the reader's own days, and within each by plan. */
export function NoticeDays({ notices, today, onOpen }: NoticeDaysProps) {
  const words = useDateWords();
  const zone = useTimeZone() ?? "UTC";
  const days = groupsOf(notices, ({ createdAt }) => localMoment(createdAt, zone).date);
  return (
    <>
      {days.map(([day, ofDay]) => (
        <section key={day} className="mt-9 first:mt-0">
          <h2 className="hairline-b pb-2 text-sm font-medium tracking-normal text-ink-2">{words.near(day, today)}</h2>
          {groupsOf(ofDay, ({ planId }) => planId).map(([planId, ofPlan]) => (
            <PlanOfDay key={planId} notices={ofPlan} today={today} onOpen={onOpen} />
          ))}
        </section>
      ))}
    </>
  );
}

function PlanOfDay({ notices, today, onOpen }: NoticeDaysProps) {
  const t = useTranslations("shell");
  const [first] = notices;
  if (!first) return null;
  return (
    <section className="mt-4">
      <h3 className="text-sm font-semibold tracking-normal wrap-anywhere">
        <Link href={planPath(first.planId)} className="underline-offset-3 hover:underline">
          {first.planTitle}
        </Link>
      </h3>
      <p className="text-xs text-ink-3">{t("with", { customer: first.customerName, supplier: first.supplierName })}</p>
      <ul className="mt-2">
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} today={today} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

/** In the order of the notices, which is that of time. */
function groupsOf(notices: readonly Notice[], keyOf: (notice: Notice) => string): [key: string, notices: Notice[]][] {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) {
    const key = keyOf(notice);
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups];
}
