import { and, asc, eq, isNull } from "drizzle-orm";
import { participant, score, scoreSheet } from "@/db/schema";
import { type PlanActor, type Tx, verb } from "../_kernel";
import { PlanRef } from "../plan/schemas";
import { criteriaOf } from "./criterion";
import { optionsOf } from "./option";
import { Decision } from "./schemas";
import { weightedTotals } from "./totals";

/** What is decided by and among, as the reader may see it. Whose scores those are is decided by the database. */
export const readDecision = verb({
  name: "decision.read",
  scope: "plan",
  kind: "query",
  input: PlanRef,
  output: Decision,
  may: "plan.read",
  act: ({ tx, actor }) => decisionFor(tx, actor),
});

export async function decisionFor(tx: Tx, actor: PlanActor): Promise<Decision> {
  const isCommittee = actor.side === "buyer";
  const [criteria, options, sheets, scores] = await Promise.all([
    criteriaOf(tx, actor),
    optionsOf(tx, actor),
    isCommittee ? sheetsOf(tx, actor) : [],
    isCommittee ? scoresOf(tx, actor) : [],
  ]);
  const asked = new Set([...criteria, ...options].map(({ id }) => id));
  const counted = scores.filter(({ criterionId, optionId }) => asked.has(criterionId) && asked.has(optionId));
  const submitted = sheets.map(({ participantId }) => participantId);
  return {
    criteria,
    options,
    scores: counted,
    totals: isCommittee
      ? weightedTotals(
          criteria,
          options.map(({ id }) => id),
          counted,
        )
      : null,
    submitted,
    iHaveSubmitted: actor.participantId !== null && submitted.includes(actor.participantId),
    isCommittee,
  };
}

const sheetsOf = (tx: Tx, actor: PlanActor) =>
  tx
    .select({ participantId: scoreSheet.participantId })
    .from(scoreSheet)
    .innerJoin(
      participant,
      and(eq(participant.workspaceId, scoreSheet.workspaceId), eq(participant.id, scoreSheet.participantId)),
    )
    .where(
      and(
        eq(scoreSheet.workspaceId, actor.workspaceId),
        eq(scoreSheet.planId, actor.planId),
        isNull(participant.removedAt),
      ),
    )
    .orderBy(asc(scoreSheet.submittedAt), asc(scoreSheet.participantId));

const scoresOf = (tx: Tx, actor: PlanActor) =>
  tx
    .select({
      participantId: score.participantId,
      criterionId: score.criterionId,
      optionId: score.optionId,
      value: score.value,
    })
    .from(score)
    .innerJoin(
      participant,
      and(eq(participant.workspaceId, score.workspaceId), eq(participant.id, score.participantId)),
    )
    .where(
      and(eq(score.workspaceId, actor.workspaceId), eq(score.planId, actor.planId), isNull(participant.removedAt)),
    );
