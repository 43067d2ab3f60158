import ical, { ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { createTranslator } from "next-intl";
import { Temporal } from "temporal-polyfill";
import { languageOf } from "@/app/_i18n/locales";
import { messagesFor } from "@/app/_messages";
import type { FeedContent, FeedEntry } from "@/server/domain/feed/schemas";

const ASK_AGAIN_SECONDS = 60 * 60;

type Words = ReturnType<typeof wordsIn>;

/**
 * A feed as an iCalendar file (RFC 5545): steps and milestones as whole days that leave the time free, meetings as events. An
 * entry keeps its UID for as long as its step lives, and its SEQUENCE grows with each change.
 */
export function feedFile({ planTitle, locale, entries }: FeedContent, now: Date): string {
  const t = wordsIn(locale);
  const calendar = ical({
    name: planTitle ?? t("all"),
    prodId: "//Throughline//Buying plans//EN",
    method: ICalCalendarMethod.PUBLISH,
    ttl: ASK_AGAIN_SECONDS,
  });
  for (const entry of entries) {
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: now,
      summary: titleOf(entry, t),
      description: descriptionOf(entry, t),
      location: entry.place,
      url: entry.url,
      status: ICalEventStatus.CONFIRMED,
      ...spanOf(entry),
    });
  }
  return calendar.toString();
}

function spanOf({ day, startsAt, endsAt }: FeedEntry) {
  if (startsAt && endsAt) {
    return { start: startsAt, end: endsAt, transparency: ICalEventTransparency.OPAQUE };
  }
  const start = Temporal.PlainDate.from(day);
  return { start, end: start.add({ days: 1 }), allDay: true, transparency: ICalEventTransparency.TRANSPARENT };
}

function titleOf({ kind, title, status }: FeedEntry, t: Words): string {
  if (kind === "milestone") return t("milestone", { title });
  return status === "done" ? t("done", { title }) : title;
}

const descriptionOf = ({ planTitle: plan, supplierName: supplier, kind, ownerName, isOwn, url }: FeedEntry, t: Words) =>
  [
    t("plan", { plan, supplier }),
    kind !== "milestone" && !isOwn && (ownerName ? t("owner", { owner: ownerName }) : t("noOwner")),
    t("open", { url }),
  ]
    .filter(Boolean)
    .join("\n");

function wordsIn(wanted: string | null) {
  const locale = languageOf(wanted ?? "en") ?? "en";
  return createTranslator({ locale, messages: messagesFor(locale), namespace: "calendar.feed" });
}
