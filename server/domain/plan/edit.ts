import { and, eq, sql } from "drizzle-orm";
import { plan, workspace } from "@/db/schema";
import { mergeEdit, refused, verb } from "../_kernel";
import { countryTimeZone } from "../calendar";
import { EditPlan, PlanHead } from "./schemas";

type PlanRow = typeof plan.$inferSelect;
type Editable = "title" | "customerName" | "startsOn" | "decidesOn" | "currency" | "country";

/** Changes what a plan is called, when it starts and decides, and in whose working days and time zone. */
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
    if (Object.keys(changes).length === 0) return { ...row, supplierName: supplier.name };

    const zone = changes.country ? { timeZone: countryTimeZone(changes.country) } : {};
    const [saved] = await tx
      .update(plan)
      .set({ ...changes, ...zone, version: sql`${plan.version} + 1` })
      .where(isThis)
      .returning();
    if (!saved) throw refused("not_found");
    const before = Object.fromEntries(Object.keys(changes).map((field) => [field, row[field as Editable]]));
    await record("plan.edited", {
      subject: { type: "plan", id: row.id },
      before: { title: row.title, ...before },
      after: { title: saved.title, ...changes },
    });
    return { ...saved, supplierName: supplier.name };
  },
});
