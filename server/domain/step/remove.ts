import { retellMeeting, verb } from "../_kernel";
import { lockMilestone } from "../milestone";
import { touchConcerned } from "../reminder";
import { lockWithTies } from "./lock";
import { saveStep } from "./save";
import { Step, StepRef } from "./schemas";

/** Takes a step off the plan. It can be put back. */
export const removeStep = verb({
  name: "step.remove",
  scope: "plan",
  kind: "mutation",
  input: StepRef,
  output: Step,
  may: "step.edit",
  early: (tx, input) => lockWithTies(tx, input),
  async act({ tx, actor, now, early, record }) {
    const { row, ties } = await early;
    const saved = saveStep(tx, row, { removedAt: now });
    await touchConcerned(tx, actor, [row.id], [row.ownerId]);
    await retellMeeting(tx, saved);
    await record("step.removed", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      before: { title: row.title, status: row.status, ownerId: row.ownerId, dueOn: row.dueOn },
      after: { title: row.title },
    });
    return { ...saved, ...ties };
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
  early: (tx, input) => lockWithTies(tx, input, { removed: true }),
  async act({ tx, actor, early, record }) {
    const { row, ties } = await early;
    await lockMilestone(tx, actor, row.milestoneId);
    const saved = saveStep(tx, row, { removedAt: null });
    await touchConcerned(tx, actor, [row.id], [row.ownerId]);
    await retellMeeting(tx, saved);
    await record("step.restored", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      after: { title: row.title },
    });
    return { ...saved, ...ties };
  },
});
