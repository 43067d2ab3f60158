import { refused, verb } from "../_kernel";
import { writeComment } from "../comment";
import { resetReminders, touchConcerned } from "../reminder";
import { lockStep } from "./lock";
import { mayOwn } from "./owner";
import { saveStep, showStep } from "./save";
import { PassOnStep, Step } from "./schemas";

/**
 * Gives one's own step to somebody else, or to nobody with a word for those who lead the plan.
 * @throws Refusal `not_yours` for somebody else's step.
 */
export const passOnStep = verb({
  name: "step.pass_on",
  scope: "plan",
  kind: "mutation",
  input: PassOnStep,
  output: Step,
  may: "step.edit",
  async act(scene) {
    const { tx, actor, input, record } = scene;
    const row = await lockStep(tx, input);
    if (actor.participantId === null) throw refused("not_allowed");
    if (row.ownerId !== actor.participantId) throw refused("not_yours");
    await mayOwn(tx, actor, input.ownerId, row.zone);

    const saved = saveStep(tx, row, { ownerId: input.ownerId });
    await resetReminders(tx, actor.workspaceId, row.id);
    await touchConcerned(tx, actor, [row.id], [row.ownerId, saved.ownerId]);
    await record("step.edited", {
      zone: row.zone,
      subject: { type: "step", id: row.id },
      before: { title: row.title, ownerId: row.ownerId },
      after: { title: row.title, ownerId: saved.ownerId },
    });
    if (input.word) await writeComment(scene, row, input.word);
    return showStep(tx, saved);
  },
});
