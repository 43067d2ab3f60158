import { placeAmong, verb } from "../_kernel";
import { criteriaOf, lockCriterion, saveCriterion } from "./criterion";
import { Criterion, MoveCriterion } from "./schemas";

/** Puts a criterion between two others. No other row changes. */
export const moveCriterion = verb({
  name: "criterion.move",
  scope: "plan",
  kind: "mutation",
  input: MoveCriterion,
  output: Criterion,
  may: "criterion.edit",
  async act({ tx, actor, input, record }) {
    const row = await lockCriterion(tx, actor, input.criterionId);
    const others = (await criteriaOf(tx, actor)).filter((other) => other.id !== row.id);
    const moved = await saveCriterion(tx, row, { position: placeAmong(others, input) });
    await record("criterion.moved", {
      zone: row.zone,
      subject: { type: "criterion", id: row.id },
      after: { title: row.title },
    });
    return moved;
  },
});
