import { and, asc, inArray, isNull, sql } from "drizzle-orm";
import { event, milestone, participant, plan, problem, step } from "@/db/schema";
import type { PlanRole, Side } from "@/db/vocabulary";
import { groupBy, type Tx, todayIn } from "../_kernel";
import { healthOf } from "./health";
import type { PlanListItem } from "./schemas";

type Listed = {
  plan: typeof plan.$inferSelect;
  supplierName: string;
  me: { side: Side; role: PlanRole } | null;
};

/** What lists show of plans: their lines, counts and health. Five queries, whatever the number of plans, each in the transaction's sight. */
export async function planListItems(tx: Tx, listed: Listed[], now: Date): Promise<PlanListItem[]> {
  if (listed.length === 0) return [];
  const workspaceIds = [...new Set(listed.map(({ plan }) => plan.workspaceId))];
  const planIds = listed.map(({ plan }) => plan.id);
  const ofThese = (table: typeof step | typeof milestone | typeof participant | typeof problem) =>
    and(inArray(table.workspaceId, workspaceIds), inArray(table.planId, planIds));

  const [milestones, steps, people, problems, latest] = await Promise.all([
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
      })
      .from(step)
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
    tx
      .select({ planId: problem.planId, isWritten: sql<boolean>`${problem.statement} <> ''` })
      .from(problem)
      .where(ofThese(problem)),
    tx
      .select({ planId: event.planId, at: sql<string>`max(${event.at})` })
      .from(event)
      .where(and(inArray(event.workspaceId, workspaceIds), inArray(event.planId, planIds)))
      .groupBy(event.planId),
  ]);

  const milestonesOf = groupBy(milestones, (row) => row.planId);
  const stepsOf = groupBy(steps, (row) => row.planId);
  const peopleOf = groupBy(people, (row) => row.planId);
  const withProblem = new Set(problems.filter((row) => row.isWritten).map((row) => row.planId));
  const lastEvents = new Map(latest.map((row) => [row.planId, new Date(row.at)]));

  return listed.map(({ plan, supplierName, me }) => {
    const ownSteps = (stepsOf.get(plan.id) ?? []).filter(({ status }) => status !== "dropped");
    const isDone = ({ status }: { status: string }) => status === "done";
    const lastEventAt = lastEvents.get(plan.id) ?? null;
    return {
      ...plan,
      supplierName,
      me,
      health: healthOf({
        today: todayIn(plan.timeZone, now),
        country: plan.country,
        startsOn: plan.startsOn,
        decidesOn: plan.decidesOn,
        hasProblem: withProblem.has(plan.id),
        steps: ownSteps,
        participants: peopleOf.get(plan.id) ?? [],
        lastActivityAt: lastEventAt,
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
