import { refused, verb } from "../_kernel";
import { lockCostLine, saveCostLine } from "./cost-line";
import { CostLine, CostLineRef } from "./schemas";

/** A member of the committee stands by a line's amounts. Confirming a confirmed line changes nothing: the first stays named. */
export const confirmCostLine = verb({
  name: "cost.confirm",
  scope: "plan",
  kind: "mutation",
  input: CostLineRef,
  output: CostLine,
  may: "cost.confirm",
  async act({ tx, actor, input, now, record }) {
    if (!actor.participantId) throw refused("not_allowed");
    const row = await lockCostLine(tx, actor, input.costLineId);
    if (row.confirmedBy) return row;

    const saved = await saveCostLine(tx, row, { confirmedBy: actor.participantId, confirmedAt: now });
    await record("cost.confirmed", {
      subject: { type: "cost_line", id: row.id },
      after: { title: row.title, low: row.low, likely: row.likely, high: row.high },
    });
    return saved;
  },
});
