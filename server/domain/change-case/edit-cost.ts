import { mergeEdit, refused, verb } from "../_kernel";
import { type CostLineRow, lockCostLine, saveCostLine } from "./cost-line";
import { CostLine, EditCostLine, isOrdered, notOrdered } from "./schemas";

type Editable = "title" | "low" | "likely" | "high";

/** Changes a line of the cost of doing nothing. Whoever confirmed it confirmed the old one, so it is unconfirmed again. */
export const editCostLine = verb({
  name: "cost.edit",
  scope: "plan",
  kind: "mutation",
  input: EditCostLine,
  output: CostLine,
  may: "cost.edit",
  async act({ tx, actor, input, record }) {
    const row = await lockCostLine(tx, actor, input.costLineId);
    const changes = mergeEdit<CostLineRow, Editable>(row, input.base, input.set);
    if (Object.keys(changes).length === 0) return row;
    if (!isOrdered({ ...row, ...changes })) {
      throw refused("invalid", { fields: { [`set.${notOrdered.path[0]}`]: notOrdered.message } });
    }

    const saved = await saveCostLine(tx, row, { ...changes, confirmedBy: null, confirmedAt: null });
    const before = Object.fromEntries(Object.keys(changes).map((field) => [field, row[field as Editable]]));
    await record("cost.edited", {
      subject: { type: "cost_line", id: row.id },
      before: { title: row.title, ...before, confirmedBy: row.confirmedBy },
      after: { title: saved.title, ...changes, confirmedBy: null },
    });
    return saved;
  },
});
