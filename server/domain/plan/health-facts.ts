import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { event, participant, problem, problemAgreement } from "@/db/schema";
import type { Tx } from "../_kernel";

/** How the plans' problems stand with those who are still on them, and when something last moved in the sight of both sides: what health asks beyond steps and people. */
export function healthFacts(tx: Tx, workspaceIds: string[], planIds: string[]) {
  const saying = (level: "agree" | "disagree") =>
    sql<number>`(select count(*)::int from ${problemAgreement} inner join ${participant} on ${and(
      eq(participant.workspaceId, problemAgreement.workspaceId),
      eq(participant.id, problemAgreement.participantId),
      isNull(participant.removedAt),
    )} where ${and(
      eq(problemAgreement.workspaceId, problem.workspaceId),
      eq(problemAgreement.planId, problem.planId),
      eq(problemAgreement.wording, problem.wording),
      eq(problemAgreement.level, level),
    )})`;
  return tx
    .select({
      planId: problem.planId,
      isWritten: sql<boolean>`${problem.statement} <> ''`,
      agreeing: saying("agree"),
      disagreeing: saying("disagree"),
      lastEventAt: sql<string | null>`(select ${event.at} from ${event} where ${and(
        eq(event.workspaceId, problem.workspaceId),
        eq(event.planId, problem.planId),
        eq(event.zone, "shared"),
      )} order by ${event.seq} desc limit 1)`,
    })
    .from(problem)
    .where(and(inArray(problem.workspaceId, workspaceIds), inArray(problem.planId, planIds)));
}
