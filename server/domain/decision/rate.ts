import { and, eq } from "drizzle-orm";
import { score } from "@/db/schema";
import { refused, verb } from "../_kernel";
import { lockCriterion } from "./criterion";
import { lockOption } from "./option";
import { decisionFor } from "./read";
import { Decision, RateOption } from "./schemas";
import { lockSheet } from "./sheet";

/**
 * Rates an option on a criterion on the actor's own sheet. It leaves no event: that somebody is rating is theirs alone.
 * @throws Refusal `scores_submitted` while the sheet is handed in.
 */
export const rateOption = verb({
  name: "score.rate",
  scope: "plan",
  kind: "mutation",
  input: RateOption,
  output: Decision,
  may: "score.edit",
  async act({ tx, actor, input }) {
    await lockCriterion(tx, actor, input.criterionId, "share");
    await lockOption(tx, actor, input.optionId, "share");
    const { isSubmitted, ...mine } = await lockSheet(tx, actor);
    if (isSubmitted) throw refused("scores_submitted");

    const { criterionId, optionId, value } = input;
    if (value === null) {
      await tx
        .delete(score)
        .where(
          and(
            eq(score.workspaceId, mine.workspaceId),
            eq(score.planId, mine.planId),
            eq(score.participantId, mine.participantId),
            eq(score.criterionId, criterionId),
            eq(score.optionId, optionId),
          ),
        );
    } else {
      await tx
        .insert(score)
        .values({ ...mine, criterionId, optionId, value })
        .onConflictDoUpdate({
          target: [score.workspaceId, score.planId, score.participantId, score.criterionId, score.optionId],
          set: { value },
        });
    }
    return decisionFor(tx, actor);
  },
});
