import { verb } from "../_kernel";
import { lockMilestone } from "../milestone";
import { touchConcerned } from "../reminder";
import { lockStep } from "./lock";
import { retellMeeting } from "./retell-meeting";
import { saveStep, showStep } from "./save";
import { Step, StepRef } from "./schemas";

/** Takes a step off the plan. It can be put back. */
export const removeStep = verb({
  name: "step.remove",
  scope: "plan",
  kind: "mutation",
  input: StepRef,
  output: Step,
  may: "step.edit",
  async act({ tx, actor, input, now, record }) {
    const row = await lockStep(tx, actor, input.stepId);
    const saved = await saveStep(tx, row, { removedAt: now });
    await touchConcerned(tx, actor, [row.id], [row.ownerId]);
    await retellMeeting(tx, saved);
    await record("step.removed", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      before: { title: row.title, status: row.status, ownerId: row.ownerId, dueOn: row.dueOn },
      after: { title: row.title },
    });
    return showStep(tx, actor, saved, saved.id);
  },
});

/** Puts a removed step back where it was. One whose milestone is gone has nowhere to stand. */
export const restoreStep = verb({
  name: "step.restore",
  scope: "plan",
  kind: "mutation",
  input: StepRef,
  output: Step,
  may: "step.edit",
  async act({ tx, actor, input, record }) {
    const row = await lockStep(tx, actor, input.stepId, { removed: true });
    await lockMilestone(tx, actor, row.milestoneId);
    const saved = await saveStep(tx, row, { removedAt: null });
    await touchConcerned(tx, actor, [row.id], [row.ownerId]);
    await retellMeeting(tx, saved);
    await record("step.restored", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      after: { title: row.title },
    });
    return showStep(tx, actor, saved, saved.id);
  },
});
