"use client";

import { useTRPCClient } from "@/app/_trpc/client";
import type { Participant } from "@/server/domain/participant/schemas";
import type { PlanView } from "@/server/domain/plan/schemas";
import { usePlanId } from "../../_components/use-plan";
import { usePlanMutation, withRow } from "../../_components/use-plan-mutation";

const subjectOf = ({ participantId }: { participantId: string }) => participantId;
const keep = (said: PlanView, person: Participant): PlanView => ({
  ...said,
  participants: withRow(said.participants, person),
});
const without = (shown: PlanView, id: string): PlanView => ({
  ...shown,
  participants: shown.participants.filter((person) => person.id !== id),
});
const withPerson = (shown: PlanView, id: string, changes: Partial<Participant>): PlanView => ({
  ...shown,
  participants: shown.participants.map((person) => (person.id === id ? { ...person, ...changes } : person)),
});

/** Refusals that a form or a question says in its own place. */
const told = [
  "invalid",
  "already_on_plan",
  "already_here",
  "address_bounces",
  "resend_too_soon",
  "domain_not_allowed",
  "domain_looks_alike",
  "too_many",
  "not_allowed",
  "not_found",
  "last_lead",
  "last_owner",
  "unexpected",
] as const;

/** Everything that can be done to the people of a plan. */
export function usePeopleActs() {
  const { participant: send } = useTRPCClient();
  const planId = usePlanId();

  const edit = usePlanMutation({
    send: send.edit.mutate,
    subjectOf,
    draw: (shown: PlanView, { participantId, set }) => withPerson(shown, participantId, set),
    keep,
  });
  /** The same, for a form that says by itself what was wrong. */
  const nameInPlace = usePlanMutation({ send: send.edit.mutate, subjectOf, keep, tells: told });
  const name = usePlanMutation({ send: send.name.mutate, subjectOf: () => planId, keep, tells: told });
  const invite = usePlanMutation({
    send: send.invite.mutate,
    subjectOf: ({ participantId }) => participantId ?? planId,
    keep,
    tells: told,
  });
  const resend = usePlanMutation({
    send: send.resend.mutate,
    subjectOf,
    draw: (shown: PlanView, { participantId }) => withPerson(shown, participantId, { status: "invited" }),
    keep,
  });
  const retryAddress = usePlanMutation({ send: send.retryAddress.mutate, subjectOf, keep });
  const revoke = usePlanMutation({
    send: send.revoke.mutate,
    subjectOf,
    draw: (shown: PlanView, { participantId }) => withPerson(shown, participantId, { status: "not_invited" }),
    keep,
  });
  // What the reader may do can change with it, so the whole plan is read again.
  const setRole = usePlanMutation({
    send: send.setRole.mutate,
    subjectOf,
    draw: (shown: PlanView, { participantId, role }) => withPerson(shown, participantId, { role }),
  });
  const handOver = usePlanMutation({ send: send.handOver.mutate, subjectOf, tells: told });
  const remove = usePlanMutation({
    send: send.remove.mutate,
    subjectOf,
    keep: (said: PlanView, person) => without(said, person.id),
    tells: told,
  });
  return { edit, nameInPlace, name, invite, resend, retryAddress, revoke, setRole, handOver, remove };
}

export type PeopleActs = ReturnType<typeof usePeopleActs>;
