"use client";

import { Presence } from "@/app/_components/shell/presence";
import { useHere } from "@/app/_trpc/live";
import { usePersonName } from "./people";
import { usePlan } from "./use-plan";

/** Who has the plan open now, the reader first. */
export function HereNow() {
  const { me, participants } = usePlan();
  const here = useHere();
  const nameOf = usePersonName();
  const people = participants
    .filter((person) => person.id === me.participantId || (here ? here.includes(person.id) : person.isHere))
    .sort((left, right) => Number(right.id === me.participantId) - Number(left.id === me.participantId))
    .map((person) => ({ id: person.id, name: nameOf(person) }));
  return <Presence people={people} />;
}
