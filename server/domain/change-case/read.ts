import { and, eq } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { plan } from "@/db/schema";
import { refused, todayIn, verb } from "../_kernel";
import { PlanRef } from "../plan/schemas";
import { costLinesOf } from "./cost-line";
import { readProblem } from "./problem";
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

    const today = Temporal.PlainDate.from(todayIn(head.timeZone, now));
    const days = Math.max(0, Temporal.PlainDate.from(head.startsOn).until(today).days);
    const perMonth = { low: 0, likely: 0, high: 0 };
    for (const line of costLines) {
      perMonth.low += line.low;
      perMonth.likely += line.likely;
      perMonth.high += line.high;
    }
    const over = (share: number) => ({
      low: Math.round(perMonth.low * share),
      likely: Math.round(perMonth.likely * share),
      high: Math.round(perMonth.high * share),
    });
    return {
      problem,
      currency: head.currency,
      costLines,
      perMonth,
      perWeek: over((7 * 12) / 365.25),
      soFar: over((days * 12) / 365.25),
      since: head.startsOn,
    };
  },
});
