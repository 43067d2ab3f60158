"use client";

import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActorMark } from "@/app/_components/actor-mark";
import { MomentText } from "@/app/_components/ui/date-text";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import type { Notice } from "@/server/domain/notification/schemas";

type NoticeRowProps = { notice: Notice; today: string; onOpen: (notice: Notice) => void };

/** One sentence, which leads to the thing; going there marks it as read. */
export function NoticeRow({ notice, today, onOpen }: NoticeRowProps) {
  const t = useTranslations("notifications");
  const isUnread = notice.readAt === null;
  return (
    <li data-notice={notice.id}>
      <Link
        href={notice.path}
        onClick={() => onOpen(notice)}
        className="-mx-2.5 flex gap-3 rounded-md px-2.5 py-2.5 transition-colors hover:bg-sunken/60"
      >
        <ActorMark name={notice.told.who} className="mt-px" />
        <span className="min-w-0 flex-1">
          <span className={clsx("block wrap-anywhere", isUnread ? "text-ink" : "text-ink-2")}>
            <Sentence notice={notice} today={today} />
          </span>
          <span className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-3">
            <MomentText at={notice.createdAt} form="time" />
            <ZoneMark zone={notice.zone} />
          </span>
        </span>
        {isUnread ? (
          <span className="mt-1.5 size-2 shrink-0 rounded-full bg-accent">
            <span className="sr-only">{t("unread")}</span>
          </span>
        ) : null}
      </Link>
    </li>
  );
}

function Sentence({ notice: { told }, today }: { notice: Notice; today: string }) {
  const t = useTranslations("notifications");
  const dates = useDateWords();
  const day = (date: string | null) => (date ? dates.day(date, today) : t("noDate"));
  return t.rich(`told.${told.wording}`, {
    who: told.who,
    title: told.title,
    other: told.other,
    name: told.name || t("somebody"),
    hasName: String(told.name !== ""),
    reason: told.reason,
    role: told.role,
    from: day(told.from),
    to: day(told.to),
    hasDate: String(told.to !== null),
    b: (words: ReactNode) => <b className="font-medium">{words}</b>,
  });
}
