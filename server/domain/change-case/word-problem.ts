import { and, eq } from "drizzle-orm";
import { problem } from "@/db/schema";
import { mergeEdit, verb } from "../_kernel";
import { lockProblem, readProblem } from "./problem";
import { Problem, WordProblem } from "./schemas";

/**
 * Words the problem anew. Everybody is asked for agreement again: what they agreed to stays on record with its wording's number.
 * @throws Refusal `conflict` when somebody else worded it meanwhile.
 */
export const wordProblem = verb({
  name: "problem.word",
  scope: "plan",
  kind: "mutation",
  input: WordProblem,
  output: Problem,
  may: "problem.edit",
  async act({ tx, actor, input, record }) {
    const row = await lockProblem(tx, actor, "update");
    const { statement } = mergeEdit(row, { statement: input.base }, { statement: input.statement });
    if (statement === undefined) return readProblem(tx, actor);

    const wording = row.wording + 1;
    await tx
      .update(problem)
      .set({ statement, wording, version: row.version + 1 })
      .where(and(eq(problem.workspaceId, row.workspaceId), eq(problem.id, row.id)));
    await record("problem.worded", {
      subject: { type: "problem", id: row.id },
      before: { statement: row.statement, wording: row.wording },
      after: { statement, wording },
    });
    return readProblem(tx, actor);
  },
});
