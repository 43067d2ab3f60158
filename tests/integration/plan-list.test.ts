import { expect, test } from "vitest";
import { readHome } from "@/server/domain/person";
import { listPlans, readPlan } from "@/server/domain/plan";
import { addStep, completeStep } from "@/server/domain/step";
import { setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aMilestone, aParticipant, aPlan, aStep, aWorkspace, type TestPlan } from "../support/factory";

useDatabase();

const today = new Date("2026-11-25T09:00:00Z");

/** Overdue, done, dropped, stalled, somebody's, nobody's, and what only one side sees. */
async function aTroubledPlan() {
  const plan = await aPlan();
  const buyer = await aParticipant(plan, { side: "buyer", role: "lead" });
  const seller = await aParticipant(plan, { side: "seller", role: "editor" });
  const gone = await aParticipant(plan, { side: "buyer", role: "contributor" });
  const milestoneId = await aMilestone(plan);
  const here = { milestoneId };
  await aStep(plan, { ...here, ownerId: buyer.participantId, dueOn: "2026-11-23" });
  await aStep(plan, { ...here, ownerId: buyer.participantId, dueOn: "2026-11-17", status: "doing" });
  await aStep(plan, { ...here, ownerId: seller.participantId, dueOn: "2026-11-20" });
  await aStep(plan, { ...here, ownerId: gone.participantId, dueOn: "2026-11-10" });
  await aStep(plan, { ...here, dueOn: "2026-11-25" });
  await aStep(plan, { ...here, dueOn: "2026-11-09", status: "done", doneAt: today });
  await aStep(plan, { ...here, dueOn: "2026-11-09", status: "dropped", statusReason: "Not needed" });
  await aStep(plan, { zone: "committee", ownerId: buyer.participantId, dueOn: "2026-11-05" });
  await aStep(plan, { zone: "seller", dueOn: "2026-11-05" });
  const stalled = await aStep(plan);
  await owner()`update participant set removed_at = now() where id = ${gone.participantId}`;
  await owner()`insert into step_reminder (workspace_id, plan_id, step_id, stalled_on)
    values (${plan.workspaceId}, ${plan.planId}, ${stalled}, '2026-11-20')`;
  return { plan, buyer, seller, milestoneId };
}

const planIn = <T extends { id: string }>(plans: T[], { planId }: TestPlan) => plans.find(({ id }) => id === planId);

test("the list and both sides' homes tell the health that the plan itself tells", async () => {
  setClock(today);
  const { plan, buyer, seller } = await aTroubledPlan();
  const { health } = await readPlan.run(buyer, { planId: plan.planId });
  expect(health).toMatchObject({
    state: "stalled",
    reasons: [
      { code: "step_stalled", params: { count: 1 } },
      { code: "no_activity", params: { days: 17 } },
      { code: "overdue_buyer", params: { count: 2, days: 6 } },
      { code: "overdue_supplier", params: { count: 2, days: 11 } },
      { code: "problem_unwritten" },
    ],
  });
  const { plans } = await listPlans.run(plan.owner, { workspaceId: plan.workspaceId });
  for (const listed of [plans, (await readHome.run(buyer, {})).plans, (await readHome.run(seller, {})).plans]) {
    expect(planIn(listed, plan)?.health).toEqual(health);
  }
});

test("a plan whose steps are all over is on track in the list as well", async () => {
  setClock(today);
  const plan = await aPlan({ decidesOn: "2026-11-20" });
  await aStep(plan, { status: "dropped", statusReason: "Not needed" });
  const { plans } = await listPlans.run(plan.owner, { workspaceId: plan.workspaceId });
  expect(planIn(plans, plan)?.health).toEqual({ state: "on_track", reasons: [] });
});

test("a home counts the steps that its reader sees, by milestone, without the dropped ones", async () => {
  const { plan, buyer, seller, milestoneId } = await aTroubledPlan();
  const [ofBuyer, ofSeller] = await Promise.all([readHome.run(buyer, {}), readHome.run(seller, {})]);
  expect(planIn(ofBuyer.plans, plan)).toMatchObject({ stepsDone: 1, stepsTotal: 8 });
  expect(planIn(ofBuyer.plans, plan)?.milestones.find(({ id }) => id === milestoneId)).toMatchObject({
    done: 1,
    total: 6,
  });
  expect(planIn(ofBuyer.plans, plan)?.milestones.map(({ zone }) => zone)).not.toContain("seller");
  expect(planIn(ofSeller.plans, plan)?.milestones.map(({ zone }) => zone)).not.toContain("committee");
});

test("what last moved is the last shared event, in the list, in homes and whatever else moved since", async () => {
  const { plan, buyer, seller, milestoneId } = await aTroubledPlan();
  const on = { planId: plan.planId, milestoneId, title: "Send the contract" };
  setClock("2026-11-25T10:00:00Z");
  const step = await addStep.run(seller, on);
  setClock("2026-11-25T11:00:00Z");
  await addStep.run(seller, { ...on, zone: "seller" });
  const { plans } = await listPlans.run(plan.owner, { workspaceId: plan.workspaceId });
  const moved = planIn(plans, plan)?.lastEventAt;
  expect(moved?.toISOString()).toMatch(/^2026-11-25T10:00/);
  for (const reader of [buyer, seller]) {
    expect(planIn((await readHome.run(reader, {})).plans, plan)?.lastEventAt).toEqual(moved);
  }
  await completeStep.run(buyer, { planId: plan.planId, stepId: step.id });
  expect(planIn((await readHome.run(buyer, {})).plans, plan)?.lastEventAt?.toISOString()).toMatch(/^2026-11-25T11:00/);
});

test("a list that is cut says how many plans there are", async () => {
  const workspace = await aWorkspace();
  for (const title of ["First", "Second", "Third"]) await aPlan({ workspace, title });
  const list = (most?: number) => listPlans.run(workspace.owner, { workspaceId: workspace.workspaceId, most });
  expect((await list(2)).plans.map(({ title }) => title)).toEqual(["Third", "Second"]);
  expect(await list(2)).toMatchObject({ count: 3 });
  expect((await list()).plans).toHaveLength(3);
});
