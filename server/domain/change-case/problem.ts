import { and, asc, eq, isNull } from "drizzle-orm";
import { participant, problem, problemAgreement } from "@/db/schema";
import { type PlanActor, refused, type Tx } from "../_kernel";
import type { Problem } from "./schemas";

export type ProblemRow = typeof problem.$inferSelect;

const ofPlan = (actor: PlanActor) => and(eq(problem.workspaceId, actor.workspaceId), eq(problem.planId, actor.planId));

/** The plan's problem, kept as it stands until this transaction ends: `share` keeps its wording, `update` is for changing it. */
export async function lockProblem(tx: Tx, actor: PlanActor, strength: "share" | "update"): Promise<ProblemRow> {
  const [row] = await tx.select().from(problem).where(ofPlan(actor)).for(strength);
  if (!row) throw refused("not_found");
  return row;
}

export async function readProblem(tx: Tx, actor: PlanActor): Promise<Problem> {
  const [[row], agreements] = await Promise.all([
    tx.select().from(problem).where(ofPlan(actor)),
    agreementsOf(tx, actor),
  ]);
  if (!row) throw refused("not_found");
  return { statement: row.statement, wording: row.wording, version: row.version, agreements };
}

/** Of those who are still on the plan; each says to which wording. */
const agreementsOf = (tx: Tx, actor: PlanActor) =>
  tx
    .select({
      participantId: problemAgreement.participantId,
      level: problemAgreement.level,
      comment: problemAgreement.comment,
      wording: problemAgreement.wording,
      at: problemAgreement.at,
    })
    .from(problemAgreement)
    .innerJoin(
      participant,
      and(
        eq(participant.workspaceId, problemAgreement.workspaceId),
        eq(participant.id, problemAgreement.participantId),
      ),
    )
    .where(
      and(
        eq(problemAgreement.workspaceId, actor.workspaceId),
        eq(problemAgreement.planId, actor.planId),
        isNull(participant.removedAt),
      ),
    )
    .orderBy(asc(problemAgreement.at), asc(problemAgreement.participantId));
