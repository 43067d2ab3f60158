import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { milestone, participant, type plan, step, stepReminder } from "@/db/schema";
import type { PlanRole, Side } from "@/db/vocabulary";
import { groupBy, type Tx, todayIn } from "../_kernel";
import { healthOf, problemFacts } from "./health";
import { healthFacts } from "./health-facts";
import type { PlanListItem } from "./schemas";

type Listed = {
  plan: typeof plan.$inferSelect;
  supplierName: string;
  me: { side: Side; role: PlanRole } | null;
};

/** What lists show of plans: their lines, counts and health. Four queries, whatever the number of plans, each in the transaction's sight. */
export async function planListItems(tx: Tx, listed: Listed[], now: Date): Promise<PlanListItem[]> {
  if (listed.length === 0) return [];
  const workspaceIds = [...new Set(listed.map(({ plan }) => plan.workspaceId))];
  const planIds = listed.map(({ plan }) => plan.id);
  const ofThese = (table: typeof step | typeof milestone | typeof participant) =>
    and(inArray(table.workspaceId, workspaceIds), inArray(table.planId, planIds));

  const [milestones, steps, people, problems] = await Promise.all([
    tx
      .select({
        id: milestone.id,
        planId: milestone.planId,
        title: milestone.title,
        dueOn: milestone.dueOn,
        isDecision: milestone.isDecision,
        zone: milestone.zone,
      })
      .from(milestone)
      .where(and(ofThese(milestone), isNull(milestone.removedAt)))
      .orderBy(asc(milestone.position)),
    tx
      .select({
        id: step.id,
        planId: step.planId,
        milestoneId: step.milestoneId,
        title: step.title,
        status: step.status,
        ownerId: step.ownerId,
        dueOn: step.dueOn,
        doneAt: step.doneAt,
        zone: step.zone,
        stalledOn: stepReminder.stalledOn,
      })
      .from(step)
      .leftJoin(stepReminder, and(eq(stepReminder.workspaceId, step.workspaceId), eq(stepReminder.stepId, step.id)))
      .where(and(ofThese(step), isNull(step.removedAt))),
    tx
      .select({
        id: participant.id,
        planId: participant.planId,
        side: participant.side,
        role: participant.role,
        buyingRole: participant.buyingRole,
        status: participant.status,
        joinedAt: participant.joinedAt,
      })
      .from(participant)
      .where(and(ofThese(participant), isNull(participant.removedAt))),
    healthFacts(tx, workspaceIds, planIds),
  ]);

  const milestonesOf = groupBy(milestones, (row) => row.planId);
  const stepsOf = groupBy(steps, (row) => row.planId);
  const peopleOf = groupBy(people, (row) => row.planId);
  const factsOf = new Map(problems.map((row) => [row.planId, row]));

  return listed.map(({ plan, supplierName, me }) => {
    const ownSteps = (stepsOf.get(plan.id) ?? []).filter(({ status }) => status !== "dropped");
    const isDone = ({ status }: { status: string }) => status === "done";
    const facts = factsOf.get(plan.id);
    const lastEventAt = facts?.lastEventAt ? new Date(facts.lastEventAt) : null;
    const people = peopleOf.get(plan.id) ?? [];
    return {
      ...plan,
      supplierName,
      me,
      health: healthOf({
        today: todayIn(plan.timeZone, now),
        country: plan.country,
        startsOn: plan.startsOn,
        decidesOn: plan.decidesOn,
        problem: problemFacts(facts, people),
        steps: ownSteps,
        participants: people,
        lastActivityOn: lastEventAt ? todayIn(plan.timeZone, lastEventAt) : null,
      }),
      milestones: (milestonesOf.get(plan.id) ?? []).map((row) => {
        const within = ownSteps.filter(({ milestoneId }) => milestoneId === row.id);
        return { ...row, done: within.filter(isDone).length, total: within.length };
      }),
      stepsDone: ownSteps.filter(isDone).length,
      stepsTotal: ownSteps.length,
      lastEventAt,
    };
  });
}
