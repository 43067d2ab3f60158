"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar, OpenAvatar } from "@/app/_components/ui/avatar";
import { Badge } from "@/app/_components/ui/badge";
import { Button } from "@/app/_components/ui/button";
import { Dotted } from "@/app/_components/ui/dotted";
import { useRecentChange } from "@/app/_trpc/live";
import type { Participant } from "@/server/domain/participant/schemas";
import { isOpenRole, usePersonName, useRoleName } from "../../_components/people";
import { TroubleNotice } from "../../_components/trouble-notice";
import { UnsavedMark } from "../../_components/unsaved-mark";
import { useMay, usePlan } from "../../_components/use-plan";
import { BouncedNote } from "./bounced-note";
import { LastSeen } from "./last-seen";
import { useResendMoment } from "./resend-moment";
import { mayInviteTo } from "./standing";
import type { PeopleActs } from "./use-people-acts";

export type PersonRowProps = {
  person: Participant;
  acts: PeopleActs;
  onOpen: () => void;
  onInvite: () => void;
  onResend: () => void;
};

export function PersonRow(props: PersonRowProps) {
  const { person, acts, onInvite } = props;
  const isRecent = useRecentChange(person.id) !== null;
  return (
    <li className={`hairline-b ${isOpenRole(person) ? "py-2" : "py-3"} ${isRecent ? "animate-settle" : ""}`}>
      {isOpenRole(person) ? <OpenPlace {...props} /> : <Person {...props} />}
      <BouncedNote person={person} acts={acts} onInvite={onInvite} className="mt-3 sm:ml-10.5" />
      <TroubleNotice subjectId={person.id} className="mt-3" />
    </li>
  );
}

function Person({ person, onOpen, onInvite, onResend }: PersonRowProps) {
  const t = useTranslations("people.row");
  const nameOf = usePersonName();
  const { me } = usePlan();
  const name = nameOf(person);
  const mayInvite = mayInviteTo(me, person.side);
  const resendFrom = useResendMoment()(person);
  return (
    <div className="grid grid-cols-[28px_minmax(0,1fr)] gap-x-3.5 gap-y-2 sm:grid-cols-[28px_minmax(0,1fr)_auto]">
      <Avatar name={name} size="md" />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <button
            type="button"
            onClick={onOpen}
            className="min-h-6 text-left font-medium wrap-anywhere underline-offset-3 hover:underline"
          >
            {person.id === me.participantId ? t("you", { name }) : name}
          </button>
          <RoleBadge person={person} />
          <UnsavedMark subjectId={person.id} />
        </p>
        <WhatFor person={person} />
        <WhatMatters person={person} />
      </div>
      <div className="col-start-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm sm:col-start-3 sm:flex-col sm:items-end">
        <LastSeen person={person} className="sm:leading-6" />
        {mayInvite && person.status === "not_invited" ? (
          <Button size="sm" onClick={onInvite}>
            {t("invite")}
          </Button>
        ) : null}
        {mayInvite && ["invited", "delivered", "opened"].includes(person.status) ? (
          resendFrom ? (
            <span className="text-xs text-ink-3">{t("resendFrom", { when: resendFrom })}</span>
          ) : (
            <Button size="sm" onClick={onResend}>
              {t("resend")}
            </Button>
          )
        ) : null}
      </div>
    </div>
  );
}

/** Only what differs from the others: most people change the plan and lead nobody. */
function RoleBadge({ person: { role } }: { person: Participant }) {
  const t = useTranslations("common.planRole");
  if (role === "contributor" || role === "editor") return null;
  return <Badge tone={role === "viewer" ? "plain" : "accent"}>{t(role)}</Badge>;
}

function WhatFor({ person }: { person: Participant }) {
  const t = useTranslations("people");
  const roleOf = useRoleName();
  const role = roleOf(person);
  const influence = person.influence as 1 | 2 | 3 | 4 | 5 | null;
  const parts = [
    role,
    person.title === role ? null : person.title,
    influence ? t("row.influence", { level: t(`influence.${influence}`) }) : null,
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <p className="text-sm wrap-anywhere text-ink-2">
      <Dotted>{parts}</Dotted>
    </p>
  );
}

function WhatMatters({ person: { win, concern } }: { person: Participant }) {
  const t = useTranslations("people.row");
  if (!win && !concern) return null;
  return (
    <dl className="mt-1.5 flex flex-col gap-0.5 text-sm text-ink-2">
      {win ? <Matter label={t("wants")}>{win}</Matter> : null}
      {concern ? <Matter label={t("worries")}>{concern}</Matter> : null}
    </dl>
  );
}

function Matter({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="wrap-anywhere">
      <dt className="inline text-ink-3">{label}: </dt>
      <dd className="inline">{children}</dd>
    </div>
  );
}

/** "Legal: to be named", and the one thing to do about it. */
function OpenPlace({ person, onOpen, onInvite }: PersonRowProps) {
  const t = useTranslations("people");
  const roleOf = useRoleName();
  const { me } = usePlan();
  const mayName = useMay("participant.edit");
  const role = roleOf(person);
  return (
    <div className="flex min-h-7 items-center gap-3.5">
      <OpenAvatar size="md" />
      <button
        type="button"
        onClick={onOpen}
        className="min-h-6 min-w-0 flex-1 text-left wrap-anywhere text-ink-2 max-sm:text-sm underline-offset-3 hover:underline"
      >
        {role ? t("row.open", { role }) : t("row.openPlace")}
      </button>
      {mayName ? (
        <Button size="sm" onClick={onInvite}>
          {mayInviteTo(me, person.side) ? t("row.nameOrInvite") : t("name")}
        </Button>
      ) : null}
    </div>
  );
}
