import { Temporal } from "temporal-polyfill";
import { groupBy, refused, todayIn, verb } from "../_kernel";
import { workingDaysBetween } from "../calendar";
import { countSteps } from "../health";
import { showParticipant } from "../participant";
import { countPeople, healthOf } from "./health";
import { dependenciesOf, headOf, milestonesOf, participantsOf, stepsOf } from "./read-rows";
import { PlanRef, PlanView } from "./schemas";

/** The whole plan as its reader may see it, in one round trip: what every screen of it is drawn from. */
export const readPlan = verb({
  name: "plan.read",
  scope: "plan",
  kind: "query",
  input: PlanRef,
  output: PlanView,
  may: "plan.read",
  async act({ tx, actor, now }) {
    const which = { workspaceId: actor.workspaceId, planId: actor.planId };
    const [[plan], milestones, steps, edges, people] = await Promise.all([
      headOf(tx, which),
      milestonesOf(tx, which),
      stepsOf(tx, which),
      dependenciesOf(tx, which),
      participantsOf(tx, which),
    ]);
    if (!plan) throw refused("not_found");

    const today = todayIn(plan.timeZone, now);
    const sides = new Map(people.map(({ id, side }) => [id, side]));
    const waits = groupBy(edges, (edge) => edge.stepId);
    const counts = countSteps(
      steps.map(({ status, dueOn, zone, ownerId, stalledOn }) => ({
        status,
        dueOn,
        zone,
        side: (ownerId && sides.get(ownerId)) || null,
        isStalled: stalledOn !== null,
      })),
      today,
    );
    return {
      plan,
      accent: plan.accent,
      me: { participantId: actor.participantId, side: actor.side, role: actor.role, name: actor.name },
      milestones,
      steps: steps.map((row) => ({
        ...row,
        waitsFor: waits.get(row.id)?.map((edge) => edge.predecessorId) ?? [],
      })),
      participants: people.map(({ seenAt, leftAt, ...row }) => showParticipant(row, seenAt && { seenAt, leftAt }, now)),
      health: healthOf({ plan, today, steps: counts, people: countPeople(people), said: plan }),
      today,
      workingDaysLeft: workingDaysLeft(today, plan),
      cursor: plan.cursor ?? {},
    };
  },
});

const workingDaysLeft = (today: string, { decidesOn, country }: { decidesOn: string; country: string }) =>
  Math.max(0, workingDaysBetween(Temporal.PlainDate.from(today), Temporal.PlainDate.from(decidesOn), { country }));
