import type { PlanView } from "./schemas";

export type HealthFacts = {
  today: string;
  country: string;
  startsOn: string;
  decidesOn: string;
  hasProblem: boolean;
  steps: { id: string; status: string; dueOn: string | null; ownerId: string | null; stalledOn?: string | null }[];
  participants: { id: string; side: string; role: string; buyingRole: string | null; status: string }[];
  lastActivityAt?: Date | null;
};

export function healthOf(facts: HealthFacts): PlanView["health"] {
  const overdue = facts.steps.filter(
    ({ status, dueOn }) => dueOn !== null && dueOn < facts.today && status !== "done" && status !== "dropped",
  );
  const reasons = overdue.length > 0 ? [{ code: "overdue", params: { count: overdue.length } }] : [];
  return { state: reasons.length > 0 ? "at_risk" : "on_track", reasons };
}
