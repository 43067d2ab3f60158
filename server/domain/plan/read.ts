import { and, asc, eq, isNull } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import {
  milestone,
  participant,
  plan,
  planStream,
  presence,
  step,
  stepDependency,
  stepReminder,
  workspace,
} from "@/db/schema";
import { groupBy, type PlanActor, refused, type Tx, todayIn, verb } from "../_kernel";
import { workingDaysBetween } from "../calendar";
import { showParticipant } from "../participant";
import { healthOf, problemFacts } from "./health";
import { healthFacts } from "./health-facts";
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
    const [[head], milestones, steps, edges, reminded, people, streams, [facts]] = await Promise.all(rowsOf(tx, actor));
    if (!head) throw refused("not_found");

    const today = todayIn(head.plan.timeZone, now);
    const waits = groupBy(edges, (edge) => edge.stepId);
    const reminders = new Map(reminded.map((row) => [row.stepId, row]));
    const shownSteps = steps.map((row) => ({
      ...row,
      waitsFor: waits.get(row.id)?.map((edge) => edge.predecessorId) ?? [],
      remindersSent: reminders.get(row.id)?.sent ?? 0,
      stalledOn: reminders.get(row.id)?.stalledOn ?? null,
      snoozedUntil: reminders.get(row.id)?.snoozedUntil ?? null,
    }));
    const participants = people.map((row) => showParticipant(row.participant, row.presence, now));
    return {
      plan: { ...head.plan, supplierName: head.supplierName },
      accent: head.accent,
      me: { participantId: actor.participantId, side: actor.side, role: actor.role, name: actor.name },
      milestones,
      steps: shownSteps,
      participants,
      health: healthOf({
        today,
        country: head.plan.country,
        startsOn: head.plan.startsOn,
        decidesOn: head.plan.decidesOn,
        problem: problemFacts(facts, participants),
        steps: shownSteps,
        participants,
        lastActivityOn: facts?.lastEventAt ? todayIn(head.plan.timeZone, new Date(facts.lastEventAt)) : null,
      }),
      today,
      workingDaysLeft: workingDaysLeft(today, head.plan),
      cursor: Object.fromEntries(streams.map((stream) => [stream.zone, stream.headSeq])),
    };
  },
});

const workingDaysLeft = (today: string, { decidesOn, country }: { decidesOn: string; country: string }) =>
  Math.max(0, workingDaysBetween(Temporal.PlainDate.from(today), Temporal.PlainDate.from(decidesOn), { country }));

const rowsOf = (tx: Tx, { workspaceId, planId }: PlanActor) =>
  [
    tx
      .select({ plan, supplierName: workspace.name, accent: workspace.accent })
      .from(plan)
      .innerJoin(workspace, eq(workspace.id, plan.workspaceId))
      .where(and(eq(plan.workspaceId, workspaceId), eq(plan.id, planId))),
    tx
      .select()
      .from(milestone)
      .where(and(eq(milestone.workspaceId, workspaceId), eq(milestone.planId, planId), isNull(milestone.removedAt)))
      .orderBy(asc(milestone.position)),
    tx
      .select()
      .from(step)
      .where(and(eq(step.workspaceId, workspaceId), eq(step.planId, planId), isNull(step.removedAt)))
      .orderBy(asc(step.position)),
    tx
      .select({ stepId: stepDependency.stepId, predecessorId: stepDependency.predecessorId })
      .from(stepDependency)
      .where(and(eq(stepDependency.workspaceId, workspaceId), eq(stepDependency.planId, planId))),
    tx
      .select({
        stepId: stepReminder.stepId,
        sent: stepReminder.sent,
        stalledOn: stepReminder.stalledOn,
        snoozedUntil: stepReminder.snoozedUntil,
      })
      .from(stepReminder)
      .where(and(eq(stepReminder.workspaceId, workspaceId), eq(stepReminder.planId, planId))),
    tx
      .select({ participant, presence: { seenAt: presence.seenAt, leftAt: presence.leftAt } })
      .from(participant)
      .leftJoin(
        presence,
        and(
          eq(presence.workspaceId, participant.workspaceId),
          eq(presence.planId, participant.planId),
          eq(presence.participantId, participant.id),
        ),
      )
      .where(
        and(eq(participant.workspaceId, workspaceId), eq(participant.planId, planId), isNull(participant.removedAt)),
      )
      .orderBy(asc(participant.createdAt), asc(participant.id)),
    tx
      .select({ zone: planStream.zone, headSeq: planStream.headSeq })
      .from(planStream)
      .where(and(eq(planStream.workspaceId, workspaceId), eq(planStream.planId, planId))),
    healthFacts(tx, [workspaceId], [planId]),
  ] as const;
