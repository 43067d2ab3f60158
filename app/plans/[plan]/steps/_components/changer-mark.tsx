"use client";

import { Avatar } from "@/app/_components/ui/avatar";
import { usePlan } from "../../_components/use-plan";

/** The initials of whoever has just changed this. */
export function ChangerMark({ name }: { name: string }) {
  const { participants } = usePlan();
  const id = participants.find((person) => person.name === name)?.id ?? name;
  return <Avatar person={{ id, name }} size="sm" className="animate-rise" />;
}
