import { expect, test } from "vitest";
import type { StepKind } from "@/db/vocabulary";
import { listComments } from "@/server/domain/comment";
import { answerStep, decideStep, listAnswers, passOnStep, setStepZone } from "@/server/domain/step";
import { owner, useDatabase } from "../support/database";
import { aMilestone, aStep } from "../support/factory";
import { aPlanWithEveryone } from "../support/standings";

useDatabase();

async function aPlanWith(kind: StepKind) {
  const everyone = await aPlanWithEveryone();
  const { plan, buyer } = everyone;
  const milestoneId = await aMilestone(plan);
  const stepId = await aStep(plan, { kind, ownerId: buyer.contributor.participantId, milestoneId });
  return { ...everyone, ref: { planId: plan.planId, stepId } };
}

const lastEvent = async (stepId: string) =>
  (await owner()`select kind, actor_name, after from event where subject_id = ${stepId} order by at desc limit 1`)[0];

test("an answer is kept with who gave it, and its question is done", async () => {
  const { ref, seller, buyer } = await aPlanWith("question");
  expect(await answerStep.run(seller.editor, { ...ref, body: "By SAML,\nand OpenID Connect" })).toMatchObject({
    status: "done",
  });
  expect(await lastEvent(ref.stepId)).toMatchObject({ kind: "step.answered", actor_name: seller.editor.name });
  await answerStep.run(buyer.lead, { ...ref, body: "Since May" });
  expect(await listAnswers.run(buyer.viewer, ref)).toMatchObject([
    { kind: "answered", body: "By SAML,\nand OpenID Connect", authorName: seller.editor.name },
    { kind: "answered", body: "Since May", participantId: buyer.lead.participantId },
  ]);
});

test("its owner approves, which completes it, or declines with a reason, which blocks it", async () => {
  const { ref, buyer } = await aPlanWith("approval");
  const decide = (given: object) => decideStep.run(buyer.contributor, { ...ref, ...given });
  await expect(decide({ decision: "declined", why: " " })).rejects.toMatchObject({ code: "invalid" });
  expect(await decide({ decision: "declined", why: "Too dear" })).toMatchObject({
    status: "blocked",
    statusReason: "Too dear",
  });
  expect(await lastEvent(ref.stepId)).toMatchObject({ kind: "step.declined", after: { statusReason: "Too dear" } });
  expect(await decide({ decision: "approved" })).toMatchObject({ status: "done", statusReason: null });
  expect((await listAnswers.run(buyer.lead, ref)).map(({ kind, body }) => [kind, body])).toEqual([
    ["declined", "Too dear"],
    ["approved", null],
  ]);
});

test("nobody approves in another's place; where it has no owner, whoever may change it does", async () => {
  const { ref, plan, seller, buyer } = await aPlanWith("approval");
  for (const another of [seller.owner, buyer.lead]) {
    await expect(decideStep.run(another, { ...ref, decision: "approved" })).rejects.toMatchObject({
      code: "not_decider",
      details: { name: buyer.contributor.name },
    });
  }
  expect(await listAnswers.run(buyer.lead, ref)).toEqual([]);
  const stepId = await aStep(plan, { kind: "approval" });
  await decideStep.run(buyer.lead, { planId: plan.planId, stepId, decision: "approved", why: "As agreed" });
  await expect(
    decideStep.run(buyer.viewer, { planId: plan.planId, stepId, decision: "approved" }),
  ).rejects.toMatchObject({ code: "not_allowed" });
});

test("a task is neither answered nor approved", async () => {
  const { ref, buyer } = await aPlanWith("task");
  await expect(answerStep.run(buyer.contributor, { ...ref, body: "Yes" })).rejects.toMatchObject({
    code: "not_this_kind",
  });
  await expect(decideStep.run(buyer.contributor, { ...ref, decision: "approved" })).rejects.toMatchObject({
    code: "not_this_kind",
  });
});

test("what still has to be done first is named, and the answer is taken only if the person says so", async () => {
  const { ref, plan, buyer } = await aPlanWith("question");
  const first = await aStep(plan, { title: "Read the contract" });
  const { workspaceId, planId } = plan;
  await owner()`insert into step_dependency ${owner()({ workspace_id: workspaceId, plan_id: planId, step_id: ref.stepId, predecessor_id: first })}`;
  const refusal = answerStep.run(buyer.contributor, { ...ref, body: "Yes" });
  await expect(refusal).rejects.toMatchObject({ code: "waits", details: { titles: ["Read the contract"] } });
  expect(await listAnswers.run(buyer.lead, ref)).toEqual([]);
  expect(await answerStep.run(buyer.contributor, { ...ref, body: "Yes", anyway: true })).toMatchObject({
    status: "done",
  });
});

test("an answer within the committee stays there, and follows its step", async () => {
  const { ref, seller, buyer } = await aPlanWith("question");
  await setStepZone.run(buyer.lead, { ...ref, zone: "committee" });
  await answerStep.run(buyer.contributor, { ...ref, body: "90 at most" });
  expect(await listAnswers.run(seller.owner, ref)).toEqual([]);
  const reads = (await listAnswers.run(buyer.lead, ref)).map(({ id }) => id);
  await setStepZone.run(buyer.lead, { ...ref, zone: "shared", reads });
  expect(await listAnswers.run(seller.owner, ref)).toMatchObject([{ body: "90 at most" }]);
});

test("one passes on what is one's own: to a colleague, or to nobody with a word", async () => {
  const { ref, seller, buyer } = await aPlanWith("task");
  const toLead = { ...ref, ownerId: buyer.lead.participantId };
  await expect(passOnStep.run(seller.owner, toLead)).rejects.toMatchObject({ code: "not_yours" });
  expect(await passOnStep.run(buyer.contributor, toLead)).toMatchObject({ ownerId: buyer.lead.participantId });
  await expect(passOnStep.run(buyer.lead, { ...ref, ownerId: null })).rejects.toMatchObject({ code: "invalid" });
  expect(await passOnStep.run(buyer.lead, { ...ref, ownerId: null, word: "Not ours" })).toMatchObject({
    ownerId: null,
  });
  expect(await listComments.run(seller.viewer, ref)).toMatchObject([{ body: "Not ours", authorName: buyer.lead.name }]);
});
