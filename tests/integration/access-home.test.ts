import { PostgresJsPreparedQuery } from "drizzle-orm/postgres-js";
import { beforeEach, expect, test, vi } from "vitest";
import { removeParticipant } from "@/server/domain/participant";
import { editSelf, readHome, readSelf } from "@/server/domain/person";
import { resetClock, setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aMilestone, aParticipant, aPerson, aPlan, aStep, type TestPlan } from "../support/factory";

useDatabase();
beforeEach(resetClock);

async function waitsFor(plan: TestPlan, stepId: string, predecessorId: string, zone = "shared") {
  const edge = {
    workspace_id: plan.workspaceId,
    plan_id: plan.planId,
    zone,
    step_id: stepId,
    predecessor_id: predecessorId,
  };
  await owner()`insert into step_dependency ${owner()(edge)}`;
}

test("home shows a person's own steps over two suppliers' plans, and nobody else's plan", async () => {
  const buyer = await aPerson({ name: "Priya Raman" });
  const [one, two, foreign] = [
    await aPlan({ title: "Ward rota" }),
    await aPlan({ title: "Lab system" }),
    await aPlan(),
  ];
  const onOne = await aParticipant(one, { side: "buyer", role: "lead", person: buyer });
  const onTwo = await aParticipant(two, { side: "buyer", role: "contributor", person: buyer });
  await aStep(one, { title: "Later", ownerId: onOne.participantId, dueOn: "2026-12-09" });
  await aStep(two, { title: "Sooner", ownerId: onTwo.participantId, dueOn: "2026-12-02", zone: "committee" });
  await aStep(one, { title: "Undated", ownerId: onOne.participantId });
  await aStep(one, { title: "Done", ownerId: onOne.participantId, status: "done" });
  await aStep(one, { title: "Removed", ownerId: onOne.participantId, removedAt: new Date() });
  await aStep(one, { title: "Another's" });
  await aStep(foreign, { title: "Foreign" });

  const home = await readHome.run(buyer, {});
  expect(home.name).toBe("Priya Raman");
  expect(home.mine.map(({ title, planTitle }) => [title, planTitle])).toEqual([
    ["Sooner", "Lab system"],
    ["Later", "Ward rota"],
    ["Undated", "Ward rota"],
  ]);
  expect(home.plans.map(({ title, me }) => [title, me?.role]).sort()).toEqual([
    ["Lab system", "contributor"],
    ["Ward rota", "lead"],
  ]);
});

test("home says who waits for a step, and whom one waits for", async () => {
  const plan = await aPlan();
  const me = await aParticipant(plan, { side: "buyer", role: "lead" });
  const lena = await aParticipant(plan, { side: "seller", role: "owner", name: "Lena Marsh" });
  const dana = await aParticipant(plan, { side: "buyer", role: "contributor", name: "Dana Weber" });
  const draft = await aStep(plan, { title: "Draft agreement", ownerId: lena.participantId });
  const review = await aStep(plan, { title: "Review agreement", ownerId: me.participantId });
  const sign = await aStep(plan, { title: "Sign", ownerId: dana.participantId });
  await waitsFor(plan, review, draft);
  await waitsFor(plan, sign, review);

  const home = await readHome.run(me, {});
  expect(home.mine).toMatchObject([
    { title: "Review agreement", waiting: ["Dana Weber"], openPredecessors: ["Draft agreement"] },
  ]);
  expect(home.others).toMatchObject([{ title: "Draft agreement", ownerName: "Lena Marsh" }]);
});

test("on home too, neither side sees the other's zone: not in steps, lines, counts or ties", async () => {
  const plan = await aPlan();
  const seller = await aParticipant(plan, { side: "seller", role: "owner" });
  const secret = await aMilestone(plan, { title: "What we would pay", zone: "committee" });
  const hidden = await aStep(plan, { title: "Name the ceiling", zone: "committee", milestoneId: secret });
  const open = await aStep(plan, { title: "Send the offer", ownerId: seller.participantId });
  await waitsFor(plan, hidden, open, "committee");
  const told = JSON.stringify(await readHome.run(seller, {}));
  expect(told).toContain("Send the offer");
  expect(told).not.toMatch(/Name the ceiling|What we would pay/);
  expect((await readHome.run(seller, {})).plans).toMatchObject([{ stepsTotal: 1 }]);
});

test("home asks as many queries for ten plans as for one", async () => {
  const few = await aPerson();
  const many = await aPerson();
  const withSteps = async (person: typeof few, plans: number) => {
    for (let n = 0; n < plans; n += 1) {
      const plan = await aPlan();
      const me = await aParticipant(plan, { side: "buyer", role: "lead", person });
      await waitsFor(plan, await aStep(plan, { ownerId: me.participantId }), await aStep(plan));
    }
  };
  await withSteps(few, 1);
  await withSteps(many, 10);
  await readHome.run(few, {});
  const forOne = await queriesOf(() => readHome.run(few, {}));
  expect(forOne).toBeGreaterThan(5);
  expect(await queriesOf(() => readHome.run(many, {}))).toBe(forOne);
});

test("nobody is told to sign in; no plans is a home as well", async () => {
  await expect(readHome.run({ personId: null }, {})).rejects.toMatchObject({ code: "not_signed_in" });
  expect(await readHome.run(await aPerson(), {})).toMatchObject({ mine: [], others: [], plans: [] });
});

test("today is the day where the reader is", async () => {
  setClock("2026-12-01T23:30:00Z");
  expect((await readHome.run(await aPerson({ timeZone: "Europe/Berlin" }), {})).today).toBe("2026-12-02");
  expect((await readHome.run(await aPerson({ timeZone: "America/New_York" }), {})).today).toBe("2026-12-01");
});

test("a new name shows wherever the person takes part, and in the history there", async () => {
  const plan = await aPlan();
  const me = await aParticipant(plan, { side: "buyer", role: "lead" });
  await editSelf.run(me, { name: "Priya Raman", title: "Head of operations", timeZone: "Asia/Kolkata" });
  expect(await readSelf.run(me, {})).toMatchObject({ name: "Priya Raman", timeZone: "Asia/Kolkata" });
  const [row] = await owner()`select name, title from participant where id = ${me.participantId}`;
  expect(row).toEqual({ name: "Priya Raman", title: "Head of operations" });
  const [event] = await owner()`select kind, after from event where plan_id = ${plan.planId}`;
  expect(event).toEqual({ kind: "participant.edited", after: { name: "Priya Raman", title: "Head of operations" } });
  await expect(editSelf.run(me, { timeZone: "Mars/Olympus" })).rejects.toMatchObject({ code: "invalid" });
});

async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const asked = vi.spyOn(PostgresJsPreparedQuery.prototype, "execute");
  await work();
  const count = asked.mock.calls.length;
  asked.mockRestore();
  return count;
}

test("who has left a plan is named to nobody as waiting or waited for", async () => {
  const plan = await aPlan();
  const buyer = await aParticipant(plan, { side: "buyer", role: "lead" });
  const gone = await aParticipant(plan, { side: "buyer", role: "contributor" });
  const [before, mine, after] = [
    await aStep(plan, { title: "Before", ownerId: gone.participantId }),
    await aStep(plan, { title: "Mine", ownerId: buyer.participantId }),
    await aStep(plan, { title: "After", ownerId: gone.participantId }),
  ];
  await waitsFor(plan, mine, before);
  await waitsFor(plan, after, mine);
  expect(JSON.stringify(await readHome.run(buyer, {}))).toContain(gone.name);
  await removeParticipant.run(buyer, { planId: plan.planId, participantId: gone.participantId });
  const home = await readHome.run(buyer, {});
  expect(home.mine).toMatchObject([{ title: "Mine", waiting: [], openPredecessors: ["Before"] }]);
  expect(home.others).toMatchObject([{ title: "Before", ownerName: null }]);
});
