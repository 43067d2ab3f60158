import { beforeEach, expect, test } from "vitest";
import { removeMilestone } from "@/server/domain/milestone";
import {
  addDependency,
  completeStep,
  removeDependency,
  removeStep,
  restoreStep,
  setStepZone,
} from "@/server/domain/step";
import { owner, useDatabase } from "../support/database";
import { aMilestone, aParticipant, aStep } from "../support/factory";
import { aBuyerWithStep, beginOnFriday, dueOf } from "../support/reminders";

useDatabase();
beforeEach(beginOnFriday);

/** A step of the committee that waits for a shared one, and that nobody is going to look at. */
async function aWaitingStep() {
  const scene = await aBuyerWithStep({ zone: "committee" });
  const { plan, buyer, stepId } = scene;
  const planId = plan.planId;
  const milestoneId = await aMilestone(plan);
  const first = await aStep(plan, { milestoneId });
  await addDependency.run(buyer, { planId, stepId, predecessorId: first });
  await owner()`delete from reminder_due`;
  return { ...scene, planId, milestoneId, first, seller: await aParticipant(plan, { side: "seller", role: "editor" }) };
}

const freeings: [string, (at: Awaited<ReturnType<typeof aWaitingStep>>) => Promise<unknown>][] = [
  ["done", ({ seller, planId, first }) => completeStep.run(seller, { planId, stepId: first })],
  ["removed", ({ seller, planId, first }) => removeStep.run(seller, { planId, stepId: first })],
  ["removed with its milestone", ({ seller, ...at }) => removeMilestone.run(seller, at)],
  [
    "withdrawn by the other side",
    ({ seller, planId, first }) => setStepZone.run(seller, { planId, stepId: first, zone: "seller" }),
  ],
];
for (const [what, happens] of freeings) {
  test(`a step is looked at again when what it waited for is ${what}`, async () => {
    const scene = await aWaitingStep();
    expect(await dueOf(scene.buyer)).toBeUndefined();
    await happens(scene);
    expect(await dueOf(scene.buyer)).toBeInstanceOf(Date);
  });
}

test("when a step no longer waits for another, the owners of both are looked at again", async () => {
  const { plan, buyer, planId, stepId, first } = await aWaitingStep();
  const blocker = await aParticipant(plan, { side: "buyer", role: "contributor" });
  await owner()`update step set owner_id = ${blocker.participantId} where id = ${first}`;
  await removeDependency.run(buyer, { planId, stepId, predecessorId: first });
  expect(await dueOf(buyer)).toBeInstanceOf(Date);
  expect(await dueOf(blocker)).toBeInstanceOf(Date);
});

test("a step whose milestone is gone has nowhere to come back to", async () => {
  const { buyer, planId, milestoneId, first } = await aWaitingStep();
  await removeStep.run(buyer, { planId, stepId: first });
  await restoreStep.run(buyer, { planId, stepId: first });
  await removeMilestone.run(buyer, { planId, milestoneId });
  await expect(restoreStep.run(buyer, { planId, stepId: first })).rejects.toMatchObject({ code: "not_found" });
});
