import { mergeEdit, verb } from "../_kernel";
import { resetReminders, touchConcerned } from "../reminder";
import { lockStep, type StepRow } from "./lock";
import { mayOwn } from "./owner";
import { retellMeeting } from "./retell-meeting";
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
  async act({ tx, actor, input, record }) {
    const row = await lockStep(tx, actor, input.stepId);
    const changes = mergeEdit<StepRow, Editable>(row, input.base, input.set);
    if (Object.keys(changes).length === 0) return showStep(tx, actor, row, row.id);
    if (changes.ownerId !== undefined) await mayOwn(tx, actor, changes.ownerId, row.zone);

    const saving = saveStep(tx, row, changes);
    if (changes.dueOn !== undefined || changes.ownerId !== undefined) {
      const saved = await saving;
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
    return showStep(tx, actor, saving, row.id);
  },
});
