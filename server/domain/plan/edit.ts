import { and, eq, isNull, sql } from "drizzle-orm";
import { costLine, plan, workspace } from "@/db/schema";
import { mergeEdit, type PlanActor, refused, type Tx, verb } from "../_kernel";
import { countryTimeZone } from "../calendar";
import { retellMeetingsOfPlan } from "../meeting";
import { touchPlan } from "../reminder";
import { EditPlan, PlanHead } from "./schemas";

type PlanRow = typeof plan.$inferSelect;
type Editable = "title" | "customerName" | "startsOn" | "decidesOn" | "currency" | "country";

/**
 * Changes what a plan is called, when it starts and decides, and in whose working days, time zone and money.
 * @throws Refusal `ends_before_start`; `currency_in_use` once a cost is counted in it, since no amount is converted.
 */
export const editPlan = verb({
  name: "plan.edit",
  scope: "plan",
  kind: "mutation",
  input: EditPlan,
  output: PlanHead,
  may: "plan.edit",
  async act({ tx, actor, input, record }) {
    const isThis = and(eq(plan.workspaceId, actor.workspaceId), eq(plan.id, actor.planId));
    const [row] = await tx.select().from(plan).where(isThis).for("no key update");
    const [supplier] = await tx
      .select({ name: workspace.name })
      .from(workspace)
      .where(eq(workspace.id, actor.workspaceId));
    if (!row || !supplier) throw refused("not_found");

    const changes = mergeEdit<PlanRow, Editable>(row, input.base, input.set);
    if ((changes.decidesOn ?? row.decidesOn) < (changes.startsOn ?? row.startsOn)) throw refused("ends_before_start");
    if (changes.currency && (await hasCosts(tx, actor))) throw refused("currency_in_use", { name: row.currency });
    if (Object.keys(changes).length === 0) return { ...row, supplierName: supplier.name };

    const zone = changes.country ? { timeZone: countryTimeZone(changes.country) } : {};
    const [saved] = await tx
      .update(plan)
      .set({ ...changes, ...zone, version: sql`${plan.version} + 1` })
      .where(isThis)
      .returning();
    if (!saved) throw refused("not_found");
    if (changes.country) await followCountry(tx, actor);
    const before = Object.fromEntries(Object.keys(changes).map((field) => [field, row[field as Editable]]));
    await record("plan.edited", {
      subject: { type: "plan", id: row.id },
      before: { title: row.title, ...before },
      after: { title: saved.title, ...changes },
    });
    return { ...saved, supplierName: supplier.name };
  },
});

async function hasCosts(tx: Tx, { workspaceId, planId }: PlanActor): Promise<boolean> {
  const [found] = await tx
    .select({ id: costLine.id })
    .from(costLine)
    .where(and(eq(costLine.workspaceId, workspaceId), eq(costLine.planId, planId), isNull(costLine.removedAt)))
    .limit(1);
  return found !== undefined;
}

/** Other holidays and other clocks: everybody's reminders are thought over, and meetings are at another moment now. */
async function followCountry(tx: Tx, actor: PlanActor): Promise<void> {
  await touchPlan(tx, actor);
  await retellMeetingsOfPlan(tx, actor);
}
