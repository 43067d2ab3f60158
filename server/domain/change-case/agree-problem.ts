import { and, eq } from "drizzle-orm";
import { problemAgreement } from "@/db/schema";
import { refused, verb } from "../_kernel";
import { lockProblem, readProblem } from "./problem";
import { AgreeProblem, Problem } from "./schemas";

/**
 * A member of the committee says how far they agree with the problem as it is worded now.
 * @throws Refusal `wording_changed` when they had an older wording before them.
 */
export const agreeProblem = verb({
  name: "problem.agree",
  scope: "plan",
  kind: "mutation",
  input: AgreeProblem,
  output: Problem,
  may: "problem.agree",
  async act({ tx, actor, input, now, record }) {
    const { participantId } = actor;
    if (!participantId) throw refused("not_allowed");
    const row = await lockProblem(tx, actor, "share");
    if (row.wording !== input.wording) throw refused("wording_changed");

    const mine = { workspaceId: actor.workspaceId, planId: actor.planId, participantId };
    const said = { level: input.level, comment: input.comment || null, wording: input.wording };
    const [before] = await tx
      .select({ level: problemAgreement.level, comment: problemAgreement.comment, wording: problemAgreement.wording })
      .from(problemAgreement)
      .where(
        and(
          eq(problemAgreement.workspaceId, mine.workspaceId),
          eq(problemAgreement.planId, mine.planId),
          eq(problemAgreement.participantId, participantId),
        ),
      );
    const isSame = before?.level === said.level && before.comment === said.comment && before.wording === said.wording;
    if (isSame) return readProblem(tx, actor);

    await tx
      .insert(problemAgreement)
      .values({ ...mine, ...said, at: now })
      .onConflictDoUpdate({
        target: [problemAgreement.workspaceId, problemAgreement.planId, problemAgreement.participantId],
        set: { ...said, at: now },
      });
    await record("problem.agreed", {
      subject: { type: "problem", id: row.id },
      before: before ?? null,
      after: said,
    });
    return readProblem(tx, actor);
  },
});
