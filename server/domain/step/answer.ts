import { refused, verb } from "../_kernel";
import { touchConcerned } from "../reminder";
import { keepAnswer } from "./answers";
import { lockStep } from "./lock";
import { openPredecessors } from "./predecessors";
import { saveStep, showStep } from "./save";
import { AnswerStep, Step } from "./schemas";

/**
 * Answers a question, which is then done. A second answer is kept beside the first.
 * @throws Refusal `waits` as completing it does; `not_this_kind` for a step that asks nothing.
 */
export const answerStep = verb({
  name: "step.answer",
  scope: "plan",
  kind: "mutation",
  input: AnswerStep,
  output: Step,
  may: "step.edit",
  async act({ tx, actor, input, now, record }) {
    const row = await lockStep(tx, input);
    if (row.kind !== "question") throw refused("not_this_kind");
    const isDone = row.status === "done";
    const blockers = isDone || input.anyway ? [] : await openPredecessors(tx, actor, row.id);
    if (blockers.length > 0) throw refused("waits", { titles: blockers.map(({ title }) => title) });

    await keepAnswer(tx, actor, row, { kind: "answered", body: input.body, at: now });
    const saved = isDone ? row : saveStep(tx, row, { status: "done", statusReason: null, doneAt: now });
    await touchConcerned(tx, actor, [row.id], [row.ownerId]);
    await record("step.answered", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      before: { status: row.status },
      after: { title: row.title, status: "done" },
    });
    return showStep(tx, saved);
  },
});
