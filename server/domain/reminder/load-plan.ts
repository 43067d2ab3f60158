import { and, asc, eq, gte, inArray, isNull } from "drizzle-orm";
import {
  escalationRule,
  milestone,
  participant,
  plan,
  reminderCadence,
  reminderHold,
  step,
  stepDependency,
  stepReminder,
} from "@/db/schema";
import type { PlanActor, Tx } from "../_kernel";

/** What a plan's reminders are foreseen from, in the reader's own sight: what they may not see takes no part. */
export async function loadPlanReminders(tx: Tx, { workspaceId, planId }: PlanActor, today: string) {
  const [steps, edges, cadences, holds, [rule], people] = await Promise.all([
    tx
      .select({
        stepId: step.id,
        title: step.title,
        zone: step.zone,
        status: step.status,
        dueOn: step.dueOn,
        ownerId: step.ownerId,
        cadence: step.cadence,
        createdAt: step.createdAt,
        sent: stepReminder.sent,
        scheduledAt: stepReminder.scheduledAt,
        lastOn: stepReminder.lastOn,
        snoozedUntil: stepReminder.snoozedUntil,
      })
      .from(step)
      .innerJoin(
        milestone,
        and(
          eq(milestone.workspaceId, step.workspaceId),
          eq(milestone.id, step.milestoneId),
          isNull(milestone.removedAt),
        ),
      )
      .leftJoin(stepReminder, and(eq(stepReminder.workspaceId, step.workspaceId), eq(stepReminder.stepId, step.id)))
      .where(
        and(
          eq(step.workspaceId, workspaceId),
          eq(step.planId, planId),
          isNull(step.removedAt),
          inArray(step.status, ["todo", "doing", "blocked"]),
        ),
      )
      .orderBy(asc(step.dueOn), asc(step.id)),
    tx
      .select({ stepId: stepDependency.stepId, predecessorId: stepDependency.predecessorId })
      .from(stepDependency)
      .where(and(eq(stepDependency.workspaceId, workspaceId), eq(stepDependency.planId, planId))),
    tx.select().from(reminderCadence).where(eq(reminderCadence.workspaceId, workspaceId)),
    tx
      .select()
      .from(reminderHold)
      .where(
        and(
          eq(reminderHold.workspaceId, workspaceId),
          eq(reminderHold.planId, planId),
          eq(reminderHold.mail, "reminder"),
          gte(reminderHold.localDay, weeksBefore(today)),
        ),
      ),
    tx
      .select({ afterDays: escalationRule.afterDays })
      .from(escalationRule)
      .where(and(eq(escalationRule.workspaceId, workspaceId), eq(escalationRule.planId, planId))),
    tx
      .select({ id: participant.id, name: participant.name, side: participant.side, status: participant.status })
      .from(participant)
      .where(
        and(eq(participant.workspaceId, workspaceId), eq(participant.planId, planId), isNull(participant.removedAt)),
      ),
  ]);
  return {
    steps: steps.map(({ sent, scheduledAt, createdAt, ...row }) => ({
      ...row,
      sent: sent ?? 0,
      scheduledAt: (scheduledAt ?? createdAt).toISOString(),
    })),
    edges,
    cadences: cadences.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() })),
    holds,
    escalatesAfter: rule?.afterDays ?? null,
    people,
  };
}

export type PlanReminders = Awaited<ReturnType<typeof loadPlanReminders>>;

/** The plan's calendar, and whose template it is of. */
export async function homeOf(tx: Tx, { workspaceId, planId }: PlanActor) {
  const [home] = await tx
    .select({ country: plan.country, timeZone: plan.timeZone, templateKey: plan.templateKey })
    .from(plan)
    .where(and(eq(plan.workspaceId, workspaceId), eq(plan.id, planId)));
  if (!home) throw new Error("a plan in its own transaction is gone");
  return home;
}

const HOLDS_WITHIN_DAYS = 60;

const weeksBefore = (day: string) =>
  new Date(Date.parse(day) - HOLDS_WITHIN_DAYS * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
