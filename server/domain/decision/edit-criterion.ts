import { mergeEdit, verb } from "../_kernel";
import { type CriterionRow, lockCriterion, saveCriterion } from "./criterion";
import { Criterion, EditCriterion } from "./schemas";

type Editable = "title" | "definition" | "weight" | "mustHave";

export const editCriterion = verb({
  name: "criterion.edit",
  scope: "plan",
  kind: "mutation",
  input: EditCriterion,
  output: Criterion,
  may: "criterion.edit",
  async act({ tx, actor, input, record }) {
    const row = await lockCriterion(tx, actor, input.criterionId);
    const changes = mergeEdit<CriterionRow, Editable>(row, input.base, input.set);
    if (Object.keys(changes).length === 0) return row;

    const saved = await saveCriterion(tx, row, changes);
    const before = Object.fromEntries(Object.keys(changes).map((field) => [field, row[field as Editable]]));
    await record("criterion.edited", {
      zone: row.zone,
      subject: { type: "criterion", id: row.id },
      before: { title: row.title, ...before },
      after: { title: saved.title, ...changes },
    });
    return saved;
  },
});
