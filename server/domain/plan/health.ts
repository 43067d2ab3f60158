import type { Side } from "@/db/vocabulary";
import { todayIn } from "../_kernel";
import { planHealth, type StepCounts } from "../health";
import type { Said } from "./health-facts";
import type { PlanView } from "./schemas";

export type PeopleCounts = { joinedBuyers: number; hasChampionJoined: boolean };

type Facts = {
  plan: { country: string; timeZone: string; startsOn: string; decidesOn: string };
  today: string;
  steps: StepCounts;
  people: PeopleCounts;
  said: Said | undefined;
};

/** A plan's health from what its screens are drawn from anyway. */
export function healthOf({ plan, today, steps, people, said }: Facts): PlanView["health"] {
  return planHealth({
    today,
    startsOn: plan.startsOn,
    decidesOn: plan.decidesOn,
    calendar: { country: plan.country },
    steps,
    hasChampionJoined: people.hasChampionJoined,
    problem: !said?.isWritten ? "unwritten" : isAgreed(said, people) ? "agreed" : "worded",
    lastActivityOn: said?.lastEventAt ? todayIn(plan.timeZone, new Date(said.lastEventAt)) : null,
  });
}

/** Nobody disagrees with the wording as it is, and at least half of the committee who joined have said that they agree. */
const isAgreed = ({ levels }: Said, { joinedBuyers }: PeopleCounts) =>
  levels !== null && joinedBuyers > 0 && levels.disagree === 0 && levels.agree * 2 >= joinedBuyers;

type Participant = { side: Side; role: string; buyingRole: string | null; status: string };

export function countPeople(participants: Participant[]): PeopleCounts {
  const joined = participants.filter(({ status }) => status === "joined");
  return {
    joinedBuyers: joined.filter(({ side }) => side === "buyer").length,
    hasChampionJoined: joined.some(({ buyingRole, role }) => buyingRole === "champion" || role === "lead"),
  };
}
