import { verb } from "../_kernel";
import { lockCriterion, saveCriterion } from "./criterion";
import { Criterion, CriterionRef } from "./schemas";

/** Takes a criterion off the decision. Ratings on it stay stored but count no more. */
export const removeCriterion = verb({
  name: "criterion.remove",
  scope: "plan",
  kind: "mutation",
  input: CriterionRef,
  output: Criterion,
  may: "criterion.edit",
  async act({ tx, actor, input, now, record }) {
    const row = await lockCriterion(tx, actor, input.criterionId);
    const saved = await saveCriterion(tx, row, { removedAt: now });
    await record("criterion.removed", {
      zone: row.zone,
      subject: { type: "criterion", id: row.id },
      before: { title: row.title, weight: row.weight, mustHave: row.mustHave },
      after: { title: row.title },
    });
    return saved;
  },
});
