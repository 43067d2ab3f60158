import { isDeepStrictEqual } from "node:util";
import { verb } from "../_kernel";
import { letGoReminders, touchReminders } from "../reminder";
import { SetStepCadence } from "../reminder/schemas";
import { lockStep } from "./lock";
import { saveStep, showStep } from "./save";
import { Step } from "./schemas";

/** When this step is reminded of, if otherwise than its plan's others. What would have been due before now is let go. */
export const setStepCadence = verb({
  name: "step.set_cadence",
  scope: "plan",
  kind: "mutation",
  input: SetStepCadence,
  output: Step,
  may: "step.edit",
  async act({ tx, actor, input, record }) {
    const { cadence } = input;
    const row = await lockStep(tx, input);
    if (isDeepStrictEqual(row.cadence, cadence)) return showStep(tx, row);

    const saved = saveStep(tx, row, { cadence });
    await letGoReminders(tx, actor.workspaceId, row.id);
    await touchReminders(tx, { ...actor, participantIds: [row.ownerId] });
    await record("step.cadence_changed", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      before: { cadence: row.cadence },
      after: { title: row.title, cadence },
    });
    return showStep(tx, saved);
  },
});
