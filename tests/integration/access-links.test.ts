import { beforeEach, expect, test } from "vitest";
import { now, preferencesLink, stepLink } from "@/server/domain/_kernel";
import { completeFromLink, previewStepLink, readPreferences, setPreferences } from "@/server/domain/access";
import { removeParticipant } from "@/server/domain/participant";
import { listMailPreferences, setMailPreference } from "@/server/domain/person";
import { moveClock, resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aMember, aParticipant, aPlan, aStep, aWorkspace, type TestPlan } from "../support/factory";
import { forged, partsOf } from "../support/step-links";

useDatabase();
beforeEach(resetClock);

const visitor = { personId: null, ip: "192.0.2.7" };
const tokenOf = (link: string) => new URL(link).searchParams.get("token") ?? "";
const linkTo = (plan: TestPlan, stepId: string, { participantId }: { participantId: string }) =>
  tokenOf(stepLink({ ...plan, stepId, participantId, zone: "shared" }, now()));

async function statusOf(stepId: string) {
  const [row] = await owner()`select status, done_at from step where id = ${stepId}`;
  return row?.status;
}

async function aPlanWithOne() {
  const plan = await aPlan();
  const buyer = await aParticipant(plan, { side: "buyer", role: "contributor" });
  return { plan, buyer };
}

test("a reminder's link shows the step, and its button does it without a session, as that person", async () => {
  const { plan, buyer } = await aPlanWithOne();
  const stepId = await aStep(plan, { title: "Name who signs", ownerId: buyer.participantId, dueOn: "2026-12-01" });
  const token = linkTo(plan, stepId, buyer);
  for (let look = 0; look < 3; look += 1) {
    expect(await previewStepLink.run(visitor, { token })).toMatchObject({ state: "open", title: "Name who signs" });
  }
  expect(await statusOf(stepId)).toBe("todo");

  await completeFromLink.run(visitor, { token });
  expect(await statusOf(stepId)).toBe("done");
  expect(await previewStepLink.run(visitor, { token })).toMatchObject({ state: "used", act: "done" });
  const events = await owner()`select kind, actor_participant_id from event where plan_id = ${plan.planId}`;
  expect(events).toEqual([{ kind: "step.completed", actor_participant_id: buyer.participantId }]);
  await expect(completeFromLink.run(visitor, { token })).rejects.toMatchObject({ code: "link_used" });
});

test("what the step waits for is named to its person and counted for anybody else, and it is done only if they say so", async () => {
  const { plan, buyer } = await aPlanWithOne();
  const first = await aStep(plan, { title: "Security answers" });
  const stepId = await aStep(plan, { ownerId: buyer.participantId });
  const { workspaceId, planId } = plan;
  await owner()`insert into step_dependency ${owner()({ workspace_id: workspaceId, plan_id: planId, step_id: stepId, predecessor_id: first })}`;
  const token = linkTo(plan, stepId, buyer);
  const titles = ["Security answers"];
  const ofPerson = { state: "waits", openPredecessors: titles, openCount: 1 };
  expect(await previewStepLink.run(buyer, { token })).toMatchObject(ofPerson);
  expect(await previewStepLink.run(visitor, { token })).toMatchObject({ ...ofPerson, openPredecessors: [] });
  await expect(completeFromLink.run(buyer, { token })).rejects.toMatchObject({ code: "waits", details: { titles } });
  await expect(completeFromLink.run(visitor, { token })).rejects.toMatchObject({ code: "waits", details: {} });
  await completeFromLink.run(visitor, { token, anyway: true });
  expect(await statusOf(stepId)).toBe("done");
});

test("who has left the plan does nothing by a link, not even as a member of the workspace", async () => {
  const workspace = await aWorkspace();
  const plan = await aPlan({ workspace });
  const admin = await aMember(workspace.workspaceId, { role: "admin" });
  const seller = await aParticipant(plan, { side: "seller", role: "editor", person: admin });
  const stepId = await aStep(plan, { ownerId: seller.participantId });
  const token = linkTo(plan, stepId, seller);
  await removeParticipant.run(workspace.owner, { planId: plan.planId, participantId: seller.participantId });
  expect(await previewStepLink.run(visitor, { token })).toEqual({ state: "gone" });
  await expect(completeFromLink.run(visitor, { token })).rejects.toMatchObject({ code: "not_found" });
  expect(await statusOf(stepId)).toBe("todo");
});

test("a viewer's link changes nothing", async () => {
  const plan = await aPlan();
  const viewer = await aParticipant(plan, { side: "buyer", role: "viewer" });
  const stepId = await aStep(plan, { ownerId: viewer.participantId });
  const token = linkTo(plan, stepId, viewer);
  await expect(completeFromLink.run(visitor, { token })).rejects.toMatchObject({ code: "not_allowed" });
});

test("a link shows no step of the other side's zone", async () => {
  const plan = await aPlan();
  const seller = await aParticipant(plan, { side: "seller", role: "owner" });
  const stepId = await aStep(plan, { zone: "committee", title: "What we would pay" });
  expect(await previewStepLink.run(visitor, { token: linkTo(plan, stepId, seller) })).toEqual({ state: "gone" });
});

test("a link that was altered, made for something else, or is too old opens nothing", async () => {
  const { plan, buyer } = await aPlanWithOne();
  const stepId = await aStep(plan, { ownerId: buyer.participantId });
  const token = linkTo(plan, stepId, buyer);
  const { body, signature } = partsOf(token);
  const altered = forged(token, stepId, await aStep(plan));
  const preference = tokenOf(preferencesLink({ ...plan, personId: buyer.personId }, now()));
  for (const wrong of [altered, `${body}.${signature.slice(1)}A`, preference, "x".repeat(40)]) {
    expect(await previewStepLink.run(visitor, { token: wrong })).toEqual({ state: "gone" });
    await expect(completeFromLink.run(visitor, { token: wrong })).rejects.toMatchObject({ code: "not_found" });
  }
  moveClock({ days: 31 });
  expect(await previewStepLink.run(visitor, { token })).toEqual({ state: "gone" });
});

test("preferences are chosen from a mail without signing in, for one person and workspace", async () => {
  const { plan, buyer } = await aPlanWithOne();
  const token = tokenOf(preferencesLink({ ...plan, personId: buyer.personId }, now()));
  expect(await readPreferences.run(visitor, { token })).toMatchObject({ email: buyer.email, reminders: true });
  await setPreferences.run(visitor, { token, reminders: false });
  await setPreferences.run(visitor, { token, reminders: false });
  expect(await readPreferences.run(visitor, { token })).toMatchObject({ reminders: false });
  await expect(readPreferences.run(visitor, { token: `${token}x` })).rejects.toMatchObject({ code: "not_found" });

  const elsewhere = await aPlan();
  await aParticipant(elsewhere, { side: "buyer", role: "lead", person: buyer });
  const listed = await listMailPreferences.run(buyer, {});
  expect(new Map(listed.map((row) => [row.workspaceId, row.reminders]))).toEqual(
    new Map([
      [plan.workspaceId, false],
      [elsewhere.workspaceId, true],
    ]),
  );
  await setMailPreference.run(buyer, { workspaceId: plan.workspaceId, reminders: true });
  expect(await readPreferences.run(visitor, { token })).toMatchObject({ reminders: true });
  const foreign = setMailPreference.run(buyer, { workspaceId: (await aWorkspace()).workspaceId, reminders: true });
  await expect(foreign).rejects.toMatchObject({ code: "not_found" });
});
