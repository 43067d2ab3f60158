import { mergeEdit, retellMeeting, verb } from "../_kernel";
import { resetReminders, touchConcerned } from "../reminder";
import { lockWithTies, type StepRow } from "./lock";
import { mayOwn } from "./owner";
import { saveStep, showStep } from "./save";
import { EditStep, Step } from "./schemas";

type Editable = "title" | "kind" | "ownerId" | "description" | "dueOn";

/** Changes fields of a step. Others' changes of other fields stay; the same field changed twice is a conflict. */
export const editStep = verb({
  name: "step.edit",
  scope: "plan",
  kind: "mutation",
  input: EditStep,
  output: Step,
  may: "step.edit",
  early: (tx, input) => lockWithTies(tx, input),
  async act({ tx, actor, input, early, record }) {
    const { row, ties } = await early;
    const changes = mergeEdit<StepRow, Editable>(row, input.base, input.set);
    if (Object.keys(changes).length === 0) return { ...row, ...ties };
    if (changes.ownerId !== undefined) await mayOwn(tx, actor, changes.ownerId, row.zone);

    const saved = saveStep(tx, row, changes);
    const isPlannedAnew = changes.dueOn !== undefined || changes.ownerId !== undefined;
    if (isPlannedAnew) {
      await resetReminders(tx, actor.workspaceId, row.id);
      await touchConcerned(tx, actor, [row.id], [row.ownerId, saved.ownerId]);
    }
    await retellMeeting(tx, row.kind === "meeting" ? row : { ...row, ...changes });
    const before = Object.fromEntries(Object.keys(changes).map((field) => [field, row[field as Editable]]));
    await record("step.edited", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      before: { title: row.title, ...before },
      after: { title: row.title, ...changes },
    });
    return isPlannedAnew ? showStep(tx, saved) : { ...saved, ...ties };
  },
});
