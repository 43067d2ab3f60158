import { verb } from "../_kernel";
import { lockCostLine, saveCostLine } from "./cost-line";
import { CostLine, CostLineRef } from "./schemas";

export const removeCostLine = verb({
  name: "cost.remove",
  scope: "plan",
  kind: "mutation",
  input: CostLineRef,
  output: CostLine,
  may: "cost.edit",
  async act({ tx, actor, input, now, record }) {
    const row = await lockCostLine(tx, actor, input.costLineId);
    const saved = await saveCostLine(tx, row, { removedAt: now });
    await record("cost.removed", {
      subject: { type: "cost_line", id: row.id },
      before: { title: row.title, low: row.low, likely: row.likely, high: row.high },
      after: { title: row.title },
    });
    return saved;
  },
});
