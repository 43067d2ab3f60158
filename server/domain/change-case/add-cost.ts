import { and, eq } from "drizzle-orm";
import { costLine, plan } from "@/db/schema";
import { newId, placeAmong, refused, verb } from "../_kernel";
import { costLinesOf } from "./cost-line";
import { AddCostLine, CostLine } from "./schemas";

/**
 * Adds what doing nothing costs per month, as a range. It counts as a claim until somebody of the committee confirms it.
 * @throws Refusal `currency_changed` where the plan counts in another currency than the amounts were typed in.
 */
export const addCostLine = verb({
  name: "cost.add",
  scope: "plan",
  kind: "mutation",
  input: AddCostLine,
  output: CostLine,
  may: "cost.edit",
  async act({ tx, actor, input, record }) {
    const { title, low, likely, high } = input;
    // Another currency waits until this cost is there, or is there first.
    const [counted] = await tx
      .select({ in: plan.currency })
      .from(plan)
      .where(and(eq(plan.workspaceId, actor.workspaceId), eq(plan.id, actor.planId)))
      .for("share");
    if (counted?.in !== input.currency) throw refused("currency_changed", { name: counted?.in });
    const [added] = await tx
      .insert(costLine)
      .values({
        workspaceId: actor.workspaceId,
        id: newId(),
        planId: actor.planId,
        title,
        low,
        likely,
        high,
        position: placeAmong(await costLinesOf(tx, actor), {}),
      })
      .returning();
    if (!added) throw new Error("an inserted cost line was not returned");
    await record("cost.added", {
      subject: { type: "cost_line", id: added.id },
      after: { title, low, likely, high },
    });
    return added;
  },
});
