import { and, eq } from "drizzle-orm";
import { plan } from "@/db/schema";
import { refused, todayIn, verb } from "../_kernel";
import { PlanRef } from "../plan/schemas";
import { costLinesOf } from "./cost-line";
import { readProblem } from "./problem";
import { runningTotal, totalPerMonth, weekOfDelay } from "./running-total";
import { ChangeCase } from "./schemas";

/** Why the customer changes: the problem, who agrees with it, and what doing nothing has cost since the plan's start. */
export const readChangeCase = verb({
  name: "change_case.read",
  scope: "plan",
  kind: "query",
  input: PlanRef,
  output: ChangeCase,
  may: "plan.read",
  async act({ tx, actor, now }) {
    const [problem, costLines, [head]] = await Promise.all([
      readProblem(tx, actor),
      costLinesOf(tx, actor),
      tx
        .select({ currency: plan.currency, startsOn: plan.startsOn, timeZone: plan.timeZone })
        .from(plan)
        .where(and(eq(plan.workspaceId, actor.workspaceId), eq(plan.id, actor.planId))),
    ]);
    if (!head) throw refused("not_found");

    const perMonth = totalPerMonth(costLines);
    return {
      problem,
      currency: head.currency,
      costLines,
      perMonth,
      perWeek: weekOfDelay(perMonth),
      soFar: runningTotal(perMonth, head.startsOn, todayIn(head.timeZone, now)),
      since: head.startsOn,
    };
  },
});
