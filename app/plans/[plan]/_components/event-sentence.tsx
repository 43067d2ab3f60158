"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { countryName } from "@/app/_i18n/country-name";
import type { Event } from "@/server/domain/activity/schemas";
import { wordingOf } from "./event-wording";
import { usePersonName } from "./people";
import { usePlan } from "./use-plan";

/** "Dana finished **Answer 42 security questions**": one thing that happened, as a sentence. */
export function EventSentence({ event }: { event: Event }) {
  const t = useTranslations("activity");
  const values = useEventValues(event);
  return t.rich(`event.${wordingOf(event)}`, {
    ...values,
    b: (words: ReactNode) => (
      // Browsers differ in what they call some countries.
      <span className="font-medium text-ink" suppressHydrationWarning>
        {words}
      </span>
    ),
  });
}

function useEventValues(event: Event) {
  const t = useTranslations("activity");
  const locale = useLocale();
  const dates = useDateWords();
  const nameOf = usePersonName();
  const { me, participants, today } = usePlan();
  const before = event.before ?? {};
  const after = event.after ?? {};

  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  const day = (value: unknown) => (typeof value === "string" ? dates.short(value, today) : t("noDate"));
  const person = (id: unknown) => {
    const found = participants.find((participant) => participant.id === id);
    return found ? nameOf(found) : t("somebody");
  };
  const subject = participants.find(({ id }) => id === event.subjectId);

  return {
    who:
      event.actorParticipantId !== null && event.actorParticipantId === me.participantId ? t("you") : event.actorName,
    title: text(after.title) || text(before.title),
    was: text(before.title),
    from: day(before.dueOn ?? before.decidesOn ?? before.startsOn),
    to: day(after.dueOn ?? after.decidesOn ?? after.startsOn),
    customer: text(after.customerName),
    country: typeof after.country === "string" ? countryName(locale, after.country) : "",
    currency: text(after.currency),
    hasOwner: String(typeof after.ownerId === "string"),
    owner: person(after.ownerId),
    milestone: text(after.milestone),
    predecessor: text(after.predecessor),
    name: text(after.name) || text(before.name) || (subject ? nameOf(subject) : t("somebody")),
    domain: text(after.domain),
    status: text(after.status),
    reason: text(after.statusReason),
    zone: text(after.zone),
    level: text(after.level),
    role: text(after.role),
    isPutOff: String(typeof after.until === "string"),
    until: day(after.until),
    on: day(after.day),
    mail: text(after.mail),
    cadence: after.cadence === null ? "usual" : after.cadence === "off" ? "off" : "own",
    days: typeof after.afterDays === "number" ? after.afterDays : 0,
  };
}
