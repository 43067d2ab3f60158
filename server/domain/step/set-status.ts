import { mergeEdit, verb } from "../_kernel";
import { touchConcerned } from "../reminder";
import { lockStep, type StepRow } from "./lock";
import { retellMeeting } from "./retell-meeting";
import { saveStep, showStep } from "./save";
import { SetStepStatus, Step } from "./schemas";

/**
 * Starts, reopens, blocks or drops a step; the last two with a reason.
 * @throws Refusal `conflict` when somebody else set another status, or said another reason, meanwhile.
 */
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
    const set = { status: input.status, statusReason };
    const changes = mergeEdit<StepRow, "status" | "statusReason">(row, input.base, set);
    if (Object.keys(changes).length === 0) return showStep(tx, actor, row, row.id);

    const saved = await saveStep(tx, row, { ...set, doneAt: null });
    await touchConcerned(tx, actor, [row.id], [row.ownerId]);
    await retellMeeting(tx, saved);
    await record("step.status_changed", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      before: { status: row.status, statusReason: row.statusReason },
      after: { title: row.title, status: saved.status, statusReason },
    });
    return showStep(tx, actor, saved, saved.id);
  },
});
