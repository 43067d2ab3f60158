import { and, eq, isNull } from "drizzle-orm";
import { participant, plan, reminderCadence, step, stepEscalation } from "@/db/schema";
import { refused, verb } from "../_kernel";
import { StepRef } from "../step/schemas";
import { StepReminders } from "./schemas";
import { cadenceOf } from "./which-cadence";

/** How a step is reminded of, and whether it was raised on the reader's side. */
export const readStepReminders = verb({
  name: "reminder.of_step",
  scope: "plan",
  kind: "query",
  input: StepRef,
  output: StepReminders,
  may: "plan.read",
  async act({ tx, actor, input: { stepId } }) {
    const ofPlan = { workspaceId: actor.workspaceId, planId: actor.planId };
    const [[found], cadences, [raised]] = await Promise.all([
      tx
        .select({ own: step.cadence, templateKey: plan.templateKey })
        .from(step)
        .innerJoin(plan, and(eq(plan.workspaceId, step.workspaceId), eq(plan.id, step.planId)))
        .where(
          and(
            eq(step.workspaceId, ofPlan.workspaceId),
            eq(step.planId, ofPlan.planId),
            eq(step.id, stepId),
            isNull(step.removedAt),
          ),
        ),
      tx.select().from(reminderCadence).where(eq(reminderCadence.workspaceId, ofPlan.workspaceId)),
      tx
        .select({ on: stepEscalation.raisedOn, toId: stepEscalation.raisedTo, toName: participant.name })
        .from(stepEscalation)
        .innerJoin(
          participant,
          and(eq(participant.workspaceId, stepEscalation.workspaceId), eq(participant.id, stepEscalation.raisedTo)),
        )
        .where(and(eq(stepEscalation.workspaceId, ofPlan.workspaceId), eq(stepEscalation.stepId, stepId))),
    ]);
    if (!found) throw refused("not_found");
    const chosen = cadences.map((row) => ({ ...row, changedAt: row.changedAt.toISOString() }));
    return {
      own: found.own,
      usual: cadenceOf(null, found.templateKey, chosen).cadence ?? ("off" as const),
      raised: raised ? { on: raised.on, toName: raised.toName, isToMe: raised.toId === actor.participantId } : null,
    };
  },
});
