import { and, asc, eq } from "drizzle-orm";
import { z } from "zod";
import { stepAnswer } from "@/db/schema";
import type { AnswerKind } from "@/db/vocabulary";
import { newId, type PlanActor, type Tx, verb } from "../_kernel";
import type { StepRow } from "./lock";
import { StepAnswer, StepRef } from "./schemas";

/** What was answered to a step, or how it was decided, the oldest first. */
export const listAnswers = verb({
  name: "step.answers",
  scope: "plan",
  kind: "query",
  input: StepRef,
  output: z.array(StepAnswer),
  may: "plan.read",
  act: ({ tx, actor, input }) =>
    tx
      .select()
      .from(stepAnswer)
      .where(
        and(
          eq(stepAnswer.workspaceId, actor.workspaceId),
          eq(stepAnswer.planId, actor.planId),
          eq(stepAnswer.stepId, input.stepId),
        ),
      )
      .orderBy(asc(stepAnswer.at), asc(stepAnswer.id)),
});

export async function keepAnswer(
  tx: Tx,
  actor: PlanActor,
  { planId, zone, id: stepId }: StepRow,
  answer: { kind: AnswerKind; body: string | null; at: Date },
): Promise<void> {
  const { workspaceId, participantId, name: authorName } = actor;
  await tx
    .insert(stepAnswer)
    .values({ workspaceId, id: newId(), planId, zone, stepId, participantId, authorName, ...answer });
}
