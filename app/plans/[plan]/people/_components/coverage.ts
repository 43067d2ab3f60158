import type { BuyingRole } from "@/db/vocabulary";
import type { Participant } from "@/server/domain/participant/schemas";
import { isOpenRole } from "../../_components/people";

/** Roles that decisions of this kind usually need; the other ones are there for those who want them. */
const usualRoles = [
  "economic_buyer",
  "champion",
  "user",
  "technical",
  "security",
  "legal",
  "procurement",
  "finance",
] as const satisfies readonly BuyingRole[];

/** Without these nobody carries the plan, or nobody can say yes: being named is not enough. */
const decisiveRoles: readonly BuyingRole[] = ["economic_buyer", "champion"];

export const quietAfterDays = 14;
const dayMs = 86_400_000;

export type Gap =
  | { kind: "activity"; active: Participant | null }
  | { kind: "quiet"; person: Participant }
  | { kind: "notJoined"; person: Participant; role: BuyingRole }
  | { kind: "role"; role: BuyingRole; place: Participant | null };

/** What the committee lacks. A role that has a place on the plan, but nobody in it, is lacking all the same. */
export function gapsOf(participants: readonly Participant[], now: Date): Gap[] {
  const buyers = participants.filter(({ side }) => side === "buyer");
  const active = buyers.filter((person) => isActive(person, now));
  const gaps: Gap[] = active.length < 2 ? [{ kind: "activity", active: active[0] ?? null }] : [];

  for (const person of buyers) {
    if (person.status === "joined" && !person.isHere && isQuiet(person, now)) gaps.push({ kind: "quiet", person });
  }
  for (const role of usualRoles) {
    const holders = buyers.filter(({ buyingRole }) => buyingRole === role);
    const named = holders.filter((person) => !isOpenRole(person));
    const [first] = named;
    if (!first) gaps.push({ kind: "role", role, place: holders[0] ?? null });
    else if (decisiveRoles.includes(role) && named.every(({ status }) => status !== "joined")) {
      gaps.push({ kind: "notJoined", person: first, role });
    }
  }
  return gaps;
}

export const isQuiet = ({ lastSeenAt }: Participant, now: Date): boolean =>
  lastSeenAt !== null && now.getTime() - lastSeenAt.getTime() > quietAfterDays * dayMs;

const isActive = (person: Participant, now: Date): boolean =>
  person.status === "joined" && (person.isHere || (person.lastSeenAt !== null && !isQuiet(person, now)));
