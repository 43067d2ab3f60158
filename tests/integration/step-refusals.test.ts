import { expect, test } from "vitest";
import { invite, removeParticipant } from "@/server/domain/participant";
import { readPlan } from "@/server/domain/plan";
import { addDependency, addStep, editStep, moveStep, setStepZone } from "@/server/domain/step";
import { useDatabase } from "../support/database";
import { aMilestone, aPlace, aStep } from "../support/factory";
import { aPlanWithEveryone } from "../support/standings";

useDatabase();

const seen = async (who: { personId: string }, planId: string) => (await readPlan.run(who, { planId })).steps;

test("a step is not given to somebody who has left the plan", async () => {
  const { plan, seller, buyer } = await aPlanWithEveryone();
  const { planId } = plan;
  const ownerId = buyer.contributor.participantId;
  const milestoneId = await aMilestone(plan);
  const stepId = await aStep(plan, { milestoneId, ownerId: seller.owner.participantId });
  await removeParticipant.run(buyer.lead, { planId, participantId: ownerId });
  const refusal = { code: "owner_has_left" };
  const give = { planId, stepId, set: { ownerId }, base: { ownerId: seller.owner.participantId } };
  await expect(editStep.run(seller.owner, give)).rejects.toMatchObject(refusal);
  const add = { planId, milestoneId, title: "Ask the board", ownerId };
  await expect(addStep.run(seller.owner, add)).rejects.toMatchObject(refusal);
  expect(await seen(seller.owner, planId)).toMatchObject([{ id: stepId, ownerId: seller.owner.participantId }]);
});

test("a step that one side keeps to itself is not given to the other, who is named", async () => {
  const { plan, seller, buyer } = await aPlanWithEveryone();
  const { planId } = plan;
  const milestoneId = await aMilestone(plan);
  const refusal = { code: "owner_cannot_see", details: { name: seller.owner.name } };
  const ownerId = seller.owner.participantId;
  const shared = await aStep(plan, { milestoneId, ownerId });
  const hidden = await aStep(plan, { milestoneId, zone: "committee", ownerId: buyer.lead.participantId });
  const hide = { planId, stepId: shared, zone: "committee" };
  await expect(setStepZone.run(buyer.lead, hide)).rejects.toMatchObject(refusal);
  const give = { planId, stepId: hidden, set: { ownerId }, base: { ownerId: buyer.lead.participantId } };
  await expect(editStep.run(buyer.lead, give)).rejects.toMatchObject(refusal);
  const add = { planId, milestoneId, title: "Ask the board", zone: "committee", ownerId };
  await expect(addStep.run(buyer.lead, add)).rejects.toMatchObject(refusal);
  expect(await seen(seller.owner, planId)).toMatchObject([{ id: shared, zone: "shared", ownerId }]);
  await expect(setStepZone.run(seller.owner, { planId, stepId: shared, zone: "seller" })).resolves.toMatchObject({
    zone: "seller",
  });
});

test("in a milestone that one side keeps to itself no step is for everybody, however it would get there", async () => {
  const { plan, buyer } = await aPlanWithEveryone();
  const { planId } = plan;
  const open = await aMilestone(plan);
  const kept = await aMilestone(plan, { zone: "committee" });
  const shared = await aStep(plan, { milestoneId: open });
  const inside = await aStep(plan, { milestoneId: kept, zone: "committee" });
  const refusal = { code: "zone_of_milestone" };
  const add = { planId, milestoneId: kept, title: "Ask the board", zone: "shared" };
  await expect(addStep.run(buyer.lead, add)).rejects.toMatchObject(refusal);
  await expect(moveStep.run(buyer.lead, { planId, stepId: shared, milestoneId: kept })).rejects.toMatchObject(refusal);
  const show = { planId, stepId: inside, zone: "shared" };
  await expect(setStepZone.run(buyer.lead, show)).rejects.toMatchObject(refusal);
  expect(await addStep.run(buyer.lead, { ...add, zone: undefined })).toMatchObject({ zone: "committee" });
  await moveStep.run(buyer.lead, { planId, stepId: inside, milestoneId: open });
  expect(await setStepZone.run(buyer.lead, show)).toMatchObject({ zone: "shared" });
});

test("nobody is invited twice: who is on the plan or invited stays where they are", async () => {
  const { plan, seller, buyer } = await aPlanWithEveryone();
  const { planId } = plan;
  const offer = (email: string, more = {}) =>
    invite.run(buyer.lead, {
      planId,
      email,
      name: "Rosa Lindqvist",
      side: "buyer",
      role: "viewer",
      ...more,
    });
  const { id } = await offer("rosa@people.test");
  const place = { participantId: await aPlace(plan, { side: "buyer", role: "contributor" }) };
  for (const [email, more] of [
    ["Rosa@People.test", {}],
    ["rosa@people.test", place],
    [buyer.contributor.email, {}],
  ] as const) {
    const refusal = { code: "already_on_plan", details: { name: email.toLowerCase() } };
    await expect(offer(email, more)).rejects.toMatchObject(refusal);
  }
  const { participants } = await readPlan.run(seller.owner, { planId });
  expect(participants.filter(({ email }) => email === "rosa@people.test")).toMatchObject([{ id, role: "viewer" }]);
});

test("a circle is refused with the steps along it by name, from the one that was to wait back to itself", async () => {
  const { plan, seller, buyer } = await aPlanWithEveryone();
  const { planId } = plan;
  const milestoneId = await aMilestone(plan);
  const make = (title: string) => aStep(plan, { milestoneId, title });
  const [draft, security, board] = [await make("Draft"), await make("Security"), await make("Board")];
  await make("Another");
  const wait = (stepId: string, predecessorId: string) =>
    addDependency.run(buyer.lead, { planId, stepId, predecessorId });
  await wait(board, security);
  await wait(security, draft);
  await expect(addDependency.run(seller.owner, { planId, stepId: draft, predecessorId: board })).rejects.toMatchObject({
    code: "cycle",
    details: { titles: ["Draft", "Board", "Security", "Draft"] },
  });
  await expect(wait(draft, draft)).rejects.toMatchObject({ code: "cycle", details: { titles: ["Draft", "Draft"] } });
  const steps = await seen(buyer.viewer, planId);
  expect(steps.find(({ id }) => id === draft)).toMatchObject({ waitsFor: [] });
  await wait(board, draft);
});
