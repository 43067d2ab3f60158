import type { Side, StepStatus, Zone } from "@/db/vocabulary";
import { planHealth } from "../health";
import type { PlanView } from "./schemas";

type Facts = {
  today: string;
  country: string;
  startsOn: string;
  decidesOn: string;
  problem: { isWritten: boolean; isAgreed: boolean };
  steps: { status: StepStatus; dueOn: string | null; zone: Zone; ownerId: string | null; stalledOn: string | null }[];
  participants: { id: string; side: Side; role: string; buyingRole: string | null; status: string }[];
  lastActivityOn: string | null;
};

/** A plan's health from the rows that its screens are drawn from anyway. */
export function healthOf({ steps, participants, problem, country, ...facts }: Facts): PlanView["health"] {
  const sides = new Map(participants.map(({ id, side }) => [id, side]));
  return planHealth({
    ...facts,
    calendar: { country },
    steps: steps.map(({ ownerId, stalledOn, ...step }) => ({
      ...step,
      side: (ownerId && sides.get(ownerId)) || null,
      isStalled: stalledOn !== null,
    })),
    hasChampionJoined: participants.some(
      ({ buyingRole, role, status }) => (buyingRole === "champion" || role === "lead") && status === "joined",
    ),
    problem: !problem.isWritten ? "unwritten" : problem.isAgreed ? "agreed" : "worded",
  });
}

type Said = { isWritten: boolean; agreeing: number; disagreeing: number };

/** Agreed: nobody disagrees with the wording as it is, and at least half of the committee who joined have said that they agree. */
export function problemFacts(said: Said | undefined, participants: { side: Side; status: string }[]): Facts["problem"] {
  if (!said) return { isWritten: false, isAgreed: false };
  const joined = participants.filter(({ side, status }) => side === "buyer" && status === "joined").length;
  const isAgreed = joined > 0 && said.disagreeing === 0 && said.agreeing * 2 >= joined;
  return { isWritten: said.isWritten, isAgreed };
}
