import { and, eq } from "drizzle-orm";
import { plan, stepDependency } from "@/db/schema";
import type { Zone } from "@/db/vocabulary";
import { refused, verb } from "../_kernel";
import { touchConcerned } from "../reminder";
import { findCycle } from "../schedule";
import { lockStep } from "./lock";
import { dependenciesOf, titlesOf } from "./predecessors";
import { showStep } from "./save";
import { Dependency, Step } from "./schemas";

const morePrivate = (left: Zone, right: Zone): Zone => (left === "shared" ? right : left);

/**
 * Makes a step wait for another.
 * @throws Refusal `cycle` with the titles along the path, when the other already waits for it, however indirectly.
 */
export const addDependency = verb({
  name: "step.add_dependency",
  scope: "plan",
  kind: "mutation",
  input: Dependency,
  output: Step,
  may: "step.edit",
  async act({ tx, actor, input, record }) {
    // Two people who each add half of a cycle must see each other: the plan's row lets them do so in turn. Its key stays free
    // for the events of others, which refer to it.
    await tx
      .select({ id: plan.id })
      .from(plan)
      .where(and(eq(plan.workspaceId, actor.workspaceId), eq(plan.id, actor.planId)))
      .for("no key update");
    const row = await lockStep(tx, input);
    const predecessor = await lockStep(tx, { planId: actor.planId, stepId: input.predecessorId });
    const edge = { stepId: row.id, predecessorId: predecessor.id };

    const path = findCycle(await dependenciesOf(tx, actor), edge);
    if (path) throw refused("cycle", { titles: await titlesOf(tx, actor, path) });

    const added = await tx
      .insert(stepDependency)
      .values({
        workspaceId: actor.workspaceId,
        planId: actor.planId,
        zone: morePrivate(row.zone, predecessor.zone),
        ...edge,
      })
      .onConflictDoNothing()
      .returning();
    if (added.length > 0) {
      await touchConcerned(tx, actor, [row.id], [row.ownerId]);
      await record("step.waits_for_added", {
        zone: morePrivate(row.zone, predecessor.zone),
        subject: { type: "step", id: row.id },
        after: { title: row.title, predecessor: predecessor.title },
      });
    }
    return showStep(tx, row);
  },
});

export const removeDependency = verb({
  name: "step.remove_dependency",
  scope: "plan",
  kind: "mutation",
  input: Dependency,
  output: Step,
  may: "step.edit",
  async act({ tx, actor, input, record }) {
    const row = await lockStep(tx, input);
    const [predecessor] = await titlesOf(tx, actor, [input.predecessorId]);
    // While the one is still known to wait for the other: both their owners' reminders change.
    await touchConcerned(tx, actor, [row.id], [row.ownerId]);
    const gone = await tx
      .delete(stepDependency)
      .where(
        and(
          eq(stepDependency.workspaceId, actor.workspaceId),
          eq(stepDependency.planId, actor.planId),
          eq(stepDependency.stepId, row.id),
          eq(stepDependency.predecessorId, input.predecessorId),
        ),
      )
      .returning({ zone: stepDependency.zone });
    if (gone[0]) {
      await record("step.waits_for_removed", {
        zone: gone[0].zone,
        subject: { type: "step", id: row.id },
        before: { title: row.title, predecessor: predecessor ?? "" },
        after: { title: row.title, predecessor: predecessor ?? "" },
      });
    }
    return showStep(tx, row);
  },
});
