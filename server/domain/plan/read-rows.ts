import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import {
  milestone,
  participant,
  plan,
  planStream,
  presence,
  problem,
  step,
  stepDependency,
  stepReminder,
  workspace,
} from "@/db/schema";
import { prepared, shownColumns } from "../_kernel";
import { Milestone } from "../milestone/schemas";
import { Participant } from "../participant/schemas";
import { Step } from "../step/schemas";
import { saidColumns } from "./health-facts";
import { type Cursor, PlanHead } from "./schemas";

const named = ["workspaceId", "planId"] as const;
type Named = Record<(typeof named)[number], unknown>;

const inPlan = (table: Record<(typeof named)[number], PgColumn>, { workspaceId, planId }: Named) =>
  and(eq(table.workspaceId, workspaceId), eq(table.planId, planId));

/** The plan, its supplier, what health asks of its problem, and where each of its visible zones' history stands. */
export const headOf = prepared(named, ({ workspaceId, planId }, query) =>
  query
    .select({
      ...shownColumns(plan, PlanHead),
      ...saidColumns,
      supplierName: workspace.name,
      accent: workspace.accent,
      cursor: sql<Cursor | null>`(select json_object_agg(${planStream.zone}, ${planStream.headSeq}) from ${planStream}
        where ${planStream.workspaceId} = ${plan.workspaceId} and ${planStream.planId} = ${plan.id})`,
    })
    .from(plan)
    .innerJoin(workspace, eq(workspace.id, plan.workspaceId))
    .leftJoin(problem, and(eq(problem.workspaceId, plan.workspaceId), eq(problem.planId, plan.id)))
    .where(and(eq(plan.workspaceId, workspaceId), eq(plan.id, planId))),
);

export const milestonesOf = prepared(named, (values, query) =>
  query
    .select(shownColumns(milestone, Milestone))
    .from(milestone)
    .where(and(inPlan(milestone, values), isNull(milestone.removedAt)))
    .orderBy(asc(milestone.position)),
);

export const stepsOf = prepared(named, (values, query) =>
  query
    .select({
      ...shownColumns(step, Step),
      remindersSent: sql<number>`coalesce(${stepReminder.sent}, 0)`,
      stalledOn: stepReminder.stalledOn,
      snoozedUntil: stepReminder.snoozedUntil,
    })
    .from(step)
    .leftJoin(stepReminder, and(inPlan(stepReminder, values), eq(stepReminder.stepId, step.id)))
    .where(and(inPlan(step, values), isNull(step.removedAt)))
    .orderBy(asc(step.position)),
);

export const dependenciesOf = prepared(named, (values, query) =>
  query
    .select({ stepId: stepDependency.stepId, predecessorId: stepDependency.predecessorId })
    .from(stepDependency)
    .where(inPlan(stepDependency, values)),
);

export const participantsOf = prepared(named, (values, query) =>
  query
    .select({
      ...shownColumns(participant, Participant),
      resends: participant.resends,
      seenAt: presence.seenAt,
      leftAt: presence.leftAt,
    })
    .from(participant)
    .leftJoin(presence, and(inPlan(presence, values), eq(presence.participantId, participant.id)))
    .where(and(inPlan(participant, values), isNull(participant.removedAt)))
    .orderBy(asc(participant.createdAt), asc(participant.id)),
);
