import { refused, verb } from "../_kernel";
import { touchConcerned } from "../reminder";
import { lockWithTies } from "./lock";
import { openPredecessors } from "./predecessors";
import { saveStep } from "./save";
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
  early: (tx, input) => lockWithTies(tx, input),
  async act({ tx, actor, input, now, early, record }) {
    const { row, ties } = await early;
    if (row.status === "done") return { ...row, ...ties };

    const blockers = await openPredecessors(tx, actor, row.id);
    if (blockers.length > 0 && !input.anyway) throw refused("waits", { titles: blockers.map(({ title }) => title) });

    const done = saveStep(tx, row, { status: "done", statusReason: null, doneAt: now });
    await touchConcerned(tx, actor, [row.id], [row.ownerId]);
    await record("step.completed", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      before: { status: row.status },
      after: { title: row.title, status: "done" },
    });
    return { ...done, ...ties };
  },
});
