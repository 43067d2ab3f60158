"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MomentText } from "@/app/_components/ui/date-text";
import { Select } from "@/app/_components/ui/select";
import { planRoles } from "@/db/vocabulary";
import type { Participant } from "@/server/domain/participant/schemas";
import { isOpenRole, usePersonName } from "../../_components/people";
import { isOpen } from "../../_components/step-order";
import { stepPath } from "../../_components/step-path";
import { usePlan } from "../../_components/use-plan";
import { InvitationStages } from "./invitation-stages";
import { mayManage, rolesToGive } from "./standing";
import type { PeopleActs } from "./use-people-acts";

/** What is kept about somebody, as they see it themselves. */
export function PersonFacts({ person, acts }: { person: Participant; acts: PeopleActs }) {
  const t = useTranslations("people");
  const nameOf = usePersonName();
  const { plan, me, steps } = usePlan();
  const open = steps.filter((step) => step.ownerId === person.id && isOpen(step)).length;
  const isPlace = isOpenRole(person);
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-6 gap-y-2 text-sm">
      {person.email ? <Fact label={t("panel.email")}>{person.email}</Fact> : null}
      {isPlace ? null : (
        <>
          <InvitationStages person={person} />
          {person.lastSeenAt ? (
            <Fact label={t("panel.seen")}>
              <MomentText at={person.lastSeenAt} />
            </Fact>
          ) : null}
        </>
      )}
      <Fact label={t("panel.steps")}>
        {open > 0 ? (
          <Link
            href={stepPath({ planId: plan.id, owner: person.id })}
            className="text-accent underline-offset-3 hover:underline"
          >
            {t("panel.stepsCount", { count: open })}
          </Link>
        ) : (
          t("panel.stepsCount", { count: 0 })
        )}
      </Fact>
      {isPlace ? null : (
        <Fact label={t("panel.role")}>
          {mayManage(me, person) ? (
            <Select
              size="sm"
              aria-label={`${t("panel.role")}: ${nameOf(person)}`}
              value={person.role}
              onChange={({ target }) => {
                const role = planRoles.find((known) => known === target.value);
                if (role) void acts.setRole({ participantId: person.id, role });
              }}
            >
              {rolesToGive(me, person.side).map((role) => (
                <option key={role} value={role}>
                  {t(`dialog.planRole.${role}`)}
                </option>
              ))}
            </Select>
          ) : (
            t(`dialog.planRole.${person.role}`)
          )}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}
