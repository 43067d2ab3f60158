import { verb } from "../_kernel";
import { touchConcerned } from "../reminder";
import { lockStep } from "./lock";
import { saveStep, showStep } from "./save";
import { SetStepStatus, Step } from "./schemas";

/** Starts, reopens, blocks or drops a step; the last two with a reason. */
export const setStepStatus = verb({
  name: "step.set_status",
  scope: "plan",
  kind: "mutation",
  input: SetStepStatus,
  output: Step,
  may: "step.edit",
  async act({ tx, actor, input, record }) {
    const row = await lockStep(tx, actor, input.stepId);
    const statusReason = input.status === "blocked" || input.status === "dropped" ? input.reason : null;
    if (row.status === input.status && row.statusReason === statusReason) return showStep(tx, actor, row, row.id);

    const saved = await saveStep(tx, row, { status: input.status, statusReason, doneAt: null });
    await touchConcerned(tx, actor, [row.id], [row.ownerId]);
    await record("step.status_changed", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      before: { status: row.status, statusReason: row.statusReason },
      after: { title: row.title, status: saved.status, statusReason },
    });
    return showStep(tx, actor, saved, saved.id);
  },
});
