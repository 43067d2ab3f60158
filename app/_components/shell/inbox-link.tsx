"use client";

import { Bell } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useOwnLive, usePulse } from "@/app/_trpc/live-own";
import { NavLink } from "./nav-link";
import { inboxPath } from "./paths";

const MOST_COUNTED = 99;

/** To the notifications, with how many are unread; the count follows what happens. */
export function InboxLink() {
  const t = useTranslations("shell");
  const unread = usePulse()?.unread ?? 0;
  return (
    <NavLink
      href={inboxPath}
      label={t("notifications")}
      count={unread > 0 ? <UnreadCount unread={unread} /> : undefined}
    />
  );
}

/** The same as a bell, for the bar of narrow screens. */
export function InboxBell() {
  const t = useTranslations("shell");
  const unread = usePulse()?.unread ?? 0;
  return (
    <Link
      href={inboxPath}
      title={t("notifications")}
      className="tap-target relative inline-flex size-8 items-center justify-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink"
    >
      <Bell size={18} aria-hidden="true" />
      <span className="sr-only">{t("notifications")}</span>
      {unread > 0 ? (
        <span className="absolute -top-0.5 left-4.5">
          <UnreadCount unread={unread} />
        </span>
      ) : null}
    </Link>
  );
}

/** Listens for as long as any signed-in screen is open. */
export function OwnLive() {
  useOwnLive();
  return null;
}

function UnreadCount({ unread }: { unread: number }) {
  const t = useTranslations("shell");
  return (
    <span
      data-unread={unread}
      className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-accent px-1.5 text-[0.6875rem] font-medium text-on-accent tabular-nums"
    >
      <span aria-hidden="true">{unread > MOST_COUNTED ? t("manyUnread") : unread}</span>
      <span className="sr-only">{t("unread", { count: unread })}</span>
    </span>
  );
}
