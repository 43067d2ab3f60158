import { scoreSheet } from "@/db/schema";
import { refused, verb } from "../_kernel";
import { PlanRef } from "../plan/schemas";
import { decisionFor } from "./read";
import { Decision } from "./schemas";
import { isSheet, lockSheet } from "./sheet";

/**
 * Hands in the actor's scores: from now on those who handed in theirs see them, and the actor sees theirs.
 * @throws Refusal `scores_incomplete` with how many ratings are missing.
 */
export const submitScores = verb({
  name: "score.submit",
  scope: "plan",
  kind: "mutation",
  input: PlanRef,
  output: Decision,
  may: "score.edit",
  async act({ tx, actor, now, record }) {
    const { isSubmitted, ...mine } = await lockSheet(tx, actor);
    const decision = await decisionFor(tx, actor);
    if (isSubmitted) return decision;

    const given = decision.scores.filter((score) => score.participantId === mine.participantId).length;
    const left = decision.criteria.length * decision.options.length - given;
    if (left > 0 || given === 0) throw refused("scores_incomplete", { left });

    await tx.insert(scoreSheet).values({ ...mine, zone: "committee", submittedAt: now });
    await record("score.submitted", {
      zone: "committee",
      subject: { type: "score_sheet", id: mine.participantId },
    });
    return decisionFor(tx, actor);
  },
});

/** Takes the sheet back to change it. Until it is handed in again, it is private again, and so are the others' to the actor. */
export const reopenScores = verb({
  name: "score.reopen",
  scope: "plan",
  kind: "mutation",
  input: PlanRef,
  output: Decision,
  may: "score.edit",
  async act({ tx, actor, record }) {
    const { isSubmitted, ...mine } = await lockSheet(tx, actor);
    if (isSubmitted) {
      await tx.delete(scoreSheet).where(isSheet(mine));
      await record("score.reopened", {
        zone: "committee",
        subject: { type: "score_sheet", id: mine.participantId },
      });
    }
    return decisionFor(tx, actor);
  },
});
