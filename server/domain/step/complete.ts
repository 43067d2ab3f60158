import { refused, verb } from "../_kernel";
import { touchConcerned } from "../reminder";
import { lockStep } from "./lock";
import { openPredecessors } from "./predecessors";
import { saveStep, showStep } from "./save";
import { CompleteStep, Step } from "./schemas";

/**
 * Marks a step done. Completing a done step changes nothing.
 * @throws Refusal `waits` with the titles of its open predecessors, unless the person says to complete it anyway.
 */
export const completeStep = verb({
  name: "step.complete",
  scope: "plan",
  kind: "mutation",
  input: CompleteStep,
  output: Step,
  may: "step.edit",
  async act({ tx, actor, input, now, record }) {
    const row = await lockStep(tx, actor, input.stepId);
    if (row.status === "done") return showStep(tx, actor, row, row.id);

    const blockers = await openPredecessors(tx, actor, row.id);
    if (blockers.length > 0 && !input.anyway) throw refused("waits", { titles: blockers.map(({ title }) => title) });

    const done = await saveStep(tx, row, { status: "done", statusReason: null, doneAt: now });
    await touchConcerned(tx, actor, [row.id], [row.ownerId]);
    await record("step.completed", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      before: { status: row.status },
      after: { title: row.title, status: "done" },
    });
    return showStep(tx, actor, done, done.id);
  },
});
