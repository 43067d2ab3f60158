import { expect, test } from "vitest";
import { addComment, listComments, removeComment, restoreComment } from "@/server/domain/comment";
import { answerStep, listAnswers, setStepZone } from "@/server/domain/step";
import { owner, useDatabase } from "../support/database";
import { aMilestone, aStep } from "../support/factory";
import { aPlanWithEveryone, type Everyone } from "../support/standings";

useDatabase();

const bodiesFor = async (who: { personId: string }, { plan }: Everyone, stepId: string) =>
  (await listComments.run(who, { planId: plan.planId, stepId })).map(({ body }) => body);

const eventsOf = (stepId: string) =>
  owner()`select kind, zone, actor_name, after from event where subject_id = ${stepId} order by at, seq`;

test("what one writes on a shared step both sides read, in the order in which it was written", async () => {
  const everyone = await aPlanWithEveryone();
  const { plan, seller, buyer } = everyone;
  const stepId = await aStep(plan, { title: "Security review" });
  await addComment.run(seller.editor, { planId: plan.planId, stepId, body: "  The answers are in.\n\nAll 42.  " });
  const second = await addComment.run(buyer.lead, { planId: plan.planId, stepId, body: "Thank you" });
  expect(second).toMatchObject({ authorName: buyer.lead.name, participantId: buyer.lead.participantId });
  for (const reader of [seller.viewer, buyer.viewer]) {
    expect(await bodiesFor(reader, everyone, stepId)).toEqual(["The answers are in.\n\nAll 42.", "Thank you"]);
  }
  const [written] = await eventsOf(stepId);
  expect(written).toMatchObject({ kind: "step.commented", zone: "shared", actor_name: seller.editor.name });
  expect(JSON.stringify(written?.after)).not.toContain("answers");
});

test("a comment on a committee step is the committee's, and goes along when the step is shown or taken back", async () => {
  const everyone = await aPlanWithEveryone();
  const { plan, seller, buyer } = everyone;
  const milestoneId = await aMilestone(plan);
  const stepId = await aStep(plan, { zone: "committee", milestoneId });
  const said = { planId: plan.planId, stepId, body: "We would pay 90 at most" };
  const { id } = await addComment.run(buyer.contributor, said);
  await expect(addComment.run(seller.owner, said)).rejects.toMatchObject({ code: "not_found" });
  expect(await bodiesFor(seller.owner, everyone, stepId)).toEqual([]);
  expect((await eventsOf(stepId)).map(({ zone }) => zone)).toEqual(["committee"]);

  const shown = { planId: plan.planId, stepId, zone: "shared", reads: [id] };
  await setStepZone.run(buyer.lead, shown);
  expect(await bodiesFor(seller.owner, everyone, stepId)).toEqual([said.body]);
  await setStepZone.run(buyer.lead, { planId: plan.planId, stepId, zone: "committee" });
  expect(await bodiesFor(seller.owner, everyone, stepId)).toEqual([]);
  expect(await bodiesFor(buyer.viewer, everyone, stepId)).toEqual([said.body]);
});

test("a step is shown by who knows what the other side then reads, and not where another thing is written meanwhile", async () => {
  const everyone = await aPlanWithEveryone();
  const { plan, seller, buyer } = everyone;
  const of = { zone: "committee", milestoneId: await aMilestone(plan) } as const;
  const ref = { planId: plan.planId, stepId: await aStep(plan, { ...of, kind: "question" }) };
  const say = async (body: string) => (await addComment.run(buyer.contributor, { ...ref, body })).id;
  const take = (commentId: string) => removeComment.run(buyer.contributor, { planId: plan.planId, commentId });
  const show = (reads?: string[]) => setStepZone.run(buyer.lead, { ...ref, zone: "shared", reads });
  const first = await say("We would pay 90 at most");
  await answerStep.run(buyer.contributor, { ...ref, body: "By Friday" });
  const [answer = ""] = (await listAnswers.run(buyer.lead, ref)).map(({ id }) => id);
  for (const known of [undefined, [first], [answer]]) {
    await expect(show(known)).rejects.toMatchObject({ code: "more_to_read" });
  }

  await take(first);
  const second = await say("Or 95");
  await expect(show([first, answer])).rejects.toMatchObject({ code: "more_to_read" });
  await take(second);
  await restoreComment.run(buyer.contributor, { planId: plan.planId, commentId: first });
  await expect(show([second, answer])).rejects.toMatchObject({ code: "more_to_read" });
  expect(await bodiesFor(seller.owner, everyone, ref.stepId)).toEqual([]);
  expect(await show([first, second, answer])).toMatchObject({ zone: "shared" });
  expect(await setStepZone.run(buyer.lead, { ...ref, zone: "committee" })).toMatchObject({ zone: "committee" });
});

test("one takes back one's own comment, and nobody else's, and can put it back", async () => {
  const everyone = await aPlanWithEveryone();
  const { plan, seller, buyer } = everyone;
  const stepId = await aStep(plan);
  const { id } = await addComment.run(buyer.contributor, { planId: plan.planId, stepId, body: "Ask Jonas" });
  const ref = { planId: plan.planId, commentId: id };
  for (const another of [buyer.lead, seller.owner]) {
    await expect(removeComment.run(another, ref)).rejects.toMatchObject({ code: "not_author" });
  }
  await removeComment.run(buyer.contributor, ref);
  expect(await bodiesFor(seller.owner, everyone, stepId)).toEqual([]);
  await expect(removeComment.run(buyer.contributor, ref)).rejects.toMatchObject({ code: "not_found" });
  await restoreComment.run(buyer.contributor, ref);
  expect(await bodiesFor(seller.owner, everyone, stepId)).toEqual(["Ask Jonas"]);
  const kinds = (await eventsOf(stepId)).map(({ kind }) => kind);
  expect(kinds).toEqual(["step.commented", "step.comment_removed", "step.comment_restored"]);
});

test("nothing, and more than 4,000 letters, is no comment; 4,000 are", async () => {
  const { plan, buyer } = await aPlanWithEveryone();
  const stepId = await aStep(plan);
  const say = (body: string) => addComment.run(buyer.lead, { planId: plan.planId, stepId, body });
  for (const body of [" \n ", "x".repeat(4_001)]) await expect(say(body)).rejects.toMatchObject({ code: "invalid" });
  expect((await say("x".repeat(4_000))).body).toHaveLength(4_000);
});
