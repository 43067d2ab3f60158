"use client";

import clsx from "clsx";
import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import { Section } from "@/app/_components/shell/page-body";
import { planPath } from "@/app/_components/shell/paths";
import { Avatar } from "@/app/_components/ui/avatar";
import { InBrowser } from "@/app/_components/ui/in-browser";
import { Skeleton } from "@/app/_components/ui/skeleton";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { useInnerCase, useListWords } from "@/app/_components/ui/use-list-words";
import { useHere } from "@/app/_trpc/live";
import type { Participant } from "@/server/domain/participant/schemas";
import { isOpenRole, usePersonName, useRoleName } from "../_components/people";
import { usePlan } from "../_components/use-plan";

const shown = 8;
const quietAfterDays = 14;

/** Who takes part, with who has not been heard from, and which roles nobody fills yet. */
export function PeopleAside() {
  const t = useTranslations("overview.people");
  const { plan, me, participants } = usePlan();
  const people = participants
    .filter((person) => !isOpenRole(person))
    .sort((left, right) => rank(left, me.participantId) - rank(right, me.participantId));
  return (
    <Section title={t("title")} className="border-t border-line pt-6 xl:pt-7">
      <ul className="flex flex-col gap-2.5">
        <InBrowser places={people.slice(0, shown).map(({ id }) => <PersonPlace key={id} />)}>
          {() =>
            people
              .slice(0, shown)
              .map((person) => <PersonRow key={person.id} person={person} isMe={person.id === me.participantId} />)
          }
        </InBrowser>
      </ul>
      {people.length > shown ? (
        <Link
          href={planPath(plan.id, "people")}
          className="mt-2.5 inline-block text-sm text-accent underline-offset-3 hover:underline"
        >
          {t("more", { count: people.length - shown })}
        </Link>
      ) : null}
      <OpenRoles />
    </Section>
  );
}

/** Oneself, then the committee with its lead first, then the supplier. */
function rank(person: Participant, meId: string | null): number {
  if (person.id === meId) return 0;
  if (person.side === "seller") return 3;
  return person.role === "lead" ? 1 : 2;
}

function PersonRow({ person, isMe }: { person: Participant; isMe: boolean }) {
  const t = useTranslations("overview.people");
  const roles = useTranslations("common.planRole");
  const nameOf = usePersonName();
  const roleOf = useRoleName();
  const { plan } = usePlan();
  const name = nameOf(person);
  const what = person.side === "seller" ? plan.supplierName : person.role === "lead" ? roles("lead") : roleOf(person);
  return (
    <li className="flex items-center gap-3">
      <Avatar name={name} />
      <span className="min-w-0 flex-1 truncate" title={what ? `${name} · ${what}` : name}>
        {isMe ? t("you", { name }) : name}
        {what ? <span className="text-sm text-ink-3"> · {what}</span> : null}
      </span>
      <LastHeard person={person} isMe={isMe} />
    </li>
  );
}

function PersonPlace() {
  return (
    <li className="flex h-[22px] items-center gap-3">
      <Skeleton className="size-[22px] rounded-full" />
      <Skeleton className="h-3.5 w-40" />
    </li>
  );
}

function LastHeard({ person, isMe }: { person: Participant; isMe: boolean }) {
  const t = useTranslations("overview.people");
  const dates = useDateWords();
  const here = useHere();
  const now = useNow();
  const isHere = isMe || (here ? here.includes(person.id) : person.isHere);
  const isQuiet =
    person.lastSeenAt !== null && now.getTime() - person.lastSeenAt.getTime() > quietAfterDays * 86_400_000;
  const look = clsx("shrink-0 text-sm", isQuiet || person.status === "bounced" ? "font-medium text-bad" : "text-ink-3");
  if (isHere) return <span className={look}>{t("now")}</span>;
  if (person.lastSeenAt) {
    return (
      <time dateTime={person.lastSeenAt.toISOString()} title={dates.exactMoment(person.lastSeenAt)} className={look}>
        {dates.lastDay(person.lastSeenAt, now)}
      </time>
    );
  }
  return <span className={look}>{t(`status.${person.status}`)}</span>;
}

function OpenRoles() {
  const t = useTranslations("overview.people");
  const roleOf = useRoleName();
  const { plan, participants } = usePlan();
  const listed = useListWords();
  const inner = useInnerCase();
  const roles = [
    ...new Set(participants.filter((person) => isOpenRole(person) && person.side === "buyer").map(roleOf)),
  ].filter(Boolean);
  if (roles.length === 0) return null;
  return (
    <p className="mt-3.5 text-sm text-ink-2">
      {t.rich("openRoles", {
        roles: listed(roles.map(inner)),
        b: (words) => <span className="font-medium">{words}</span>,
      })}{" "}
      <Link href={planPath(plan.id, "people")} className="text-accent underline underline-offset-3">
        {t("name")}
      </Link>
    </p>
  );
}
