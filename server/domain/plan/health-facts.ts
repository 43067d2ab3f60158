import { and, eq, isNull, sql } from "drizzle-orm";
import { event, participant, planStream, problem, problemAgreement } from "@/db/schema";
import { prepared } from "../_kernel";

/** What is said of a plan's problem, and when something last moved in the sight of both sides. */
export type Said = {
  isWritten: boolean | null;
  levels: { agree: number; disagree: number } | null;
  lastEventAt: string | null;
};

const levels = sql<Said["levels"]>`(select json_build_object(
    'agree', count(*) filter (where ${problemAgreement.level} = 'agree'),
    'disagree', count(*) filter (where ${problemAgreement.level} = 'disagree')
  ) from ${problemAgreement} inner join ${participant} on ${and(
    eq(participant.workspaceId, problemAgreement.workspaceId),
    eq(participant.id, problemAgreement.participantId),
    isNull(participant.removedAt),
  )} where ${and(
    eq(problemAgreement.workspaceId, problem.workspaceId),
    eq(problemAgreement.planId, problem.planId),
    eq(problemAgreement.wording, problem.wording),
  )})`;

/** How the problem stands with those who are still on the plan: what health asks beyond steps and people. */
export const saidColumns = {
  isWritten: sql<boolean | null>`${problem.statement} <> ''`,
  levels,
  // By its number, which the stream knows: row-level security keeps a zone from an index, and all of a plan's past would be read.
  lastEventAt: sql<string | null>`(select ${event.at} from ${planStream} inner join ${event} on ${and(
    eq(event.workspaceId, planStream.workspaceId),
    eq(event.planId, planStream.planId),
    eq(event.seq, planStream.headSeq),
    eq(event.zone, planStream.zone),
  )} where ${and(
    eq(planStream.workspaceId, problem.workspaceId),
    eq(planStream.planId, problem.planId),
    sql`${planStream.zone} = 'shared'`,
  )})`,
};

export const saidOfPlans = prepared(["workspaceIds", "planIds"], ({ workspaceIds, planIds }, query) =>
  query
    .select({ planId: problem.planId, ...saidColumns })
    .from(problem)
    .where(sql`${problem.workspaceId} = any(${workspaceIds}) and ${problem.planId} = any(${planIds})`),
);
