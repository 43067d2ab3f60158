import { mergeEdit, retellMeeting, verb } from "../_kernel";
import { touchConcerned } from "../reminder";
import { lockWithTies, type StepRow } from "./lock";
import { saveStep } from "./save";
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
  early: (tx, input) => lockWithTies(tx, input),
  async act({ tx, actor, input, early, record }) {
    const { row, ties } = await early;
    const statusReason = input.status === "blocked" || input.status === "dropped" ? input.reason : null;
    const set = { status: input.status, statusReason };
    const changes = mergeEdit<StepRow, "status" | "statusReason">(row, input.base, set);
    if (Object.keys(changes).length === 0) return { ...row, ...ties };

    const saved = saveStep(tx, row, { ...set, doneAt: null });
    await touchConcerned(tx, actor, [row.id], [row.ownerId]);
    await retellMeeting(tx, saved);
    await record("step.status_changed", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      before: { status: row.status, statusReason: row.statusReason },
      after: { title: row.title, status: saved.status, statusReason },
    });
    return { ...saved, ...ties };
  },
});
