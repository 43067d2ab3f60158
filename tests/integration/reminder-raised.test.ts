import { beforeEach, expect, test } from "vitest";
import { newId, type Tx, withinService } from "@/server/domain/_kernel";
import { setEscalation } from "@/server/domain/foreseen";
import { type QueuedReminder, readStepReminders, recheckReminders, tickReminders } from "@/server/domain/reminder";
import { setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aDependency } from "../support/dependency";
import { aParticipant, aPerson, aStep } from "../support/factory";
import { aBuyerWithStep, beginOnFriday, deliver, live, longAgo, look, mails } from "../support/reminders";

useDatabase();
beforeEach(beginOnFriday);

const everyMorning = (from: string, to: string) => live(`${from}T07:10:00Z`, `${to}T07:10:00Z`, 24 * 60);

async function anOverdueColleague(zone: "shared" | "committee" = "shared") {
  const { plan, buyer, stepId } = await aBuyerWithStep({ dueOn: "2027-02-11", zone });
  const lead = await aParticipant(plan, {
    side: "buyer",
    role: "lead",
    person: await aPerson({ name: "Hana Ito", locale: "en" }),
  });
  const seller = await aParticipant(plan, { side: "seller", role: "owner", person: await aPerson({ name: "Lena" }) });
  for (const { participantId } of [lead, seller]) {
    await aStep(plan, { title: "Their own", ownerId: participantId, dueOn: "2027-02-17", createdAt: longAgo });
  }
  await look(plan, lead);
  await look(plan, seller);
  return { plan, buyer, lead, seller, stepId };
}
const raisedTo = async (email: string) =>
  (await mails()).filter(({ to }) => to === email).flatMap(({ props }) => props.raised as { title: string }[]);

test.each(["shared", "committee"] as const)(
  "what is overdue on the committee's side (%s) is raised to its lead, once, in a reminder that they get anyway",
  async (zone) => {
    const { plan, buyer, lead, seller, stepId } = await anOverdueColleague(zone);
    const { planId } = plan;
    await setEscalation.run(lead, { planId, afterDays: 3 });
    await setEscalation.run(seller, { planId, afterDays: 1 });
    await everyMorning("2027-02-13", "2027-02-28");

    expect(await raisedTo(lead.email)).toMatchObject([{ title: "Name who signs for Finance" }]);
    expect(await raisedTo(seller.email)).toEqual([]);
    const toLead = (await mails()).filter(({ to }) => to === lead.email);
    expect(toLead.map(({ props }) => props.today)).toEqual(["2027-02-15", "2027-02-17", "2027-02-19", "2027-02-24"]);
    expect(toLead[1]?.text).toContain("Overdue on your side");

    const { raised } = await readStepReminders.run(buyer, { planId, stepId });
    expect(raised).toEqual({ on: "2027-02-17", toName: "Hana Ito", isToMe: false });
    if (zone === "shared") {
      expect((await readStepReminders.run(seller, { planId, stepId })).raised).toBeNull();
    }
    const told =
      await owner()`select zone::text from event where kind = 'plan.escalation_set' and plan_id = ${planId} order by 1`;
    expect(told.map((row) => row.zone)).toEqual(["committee", "seller"]);
  },
);

test("nothing is raised where the plan does not say so, nor what waits for others", async () => {
  const { plan, lead, stepId } = await anOverdueColleague();
  await everyMorning("2027-02-13", "2027-02-18");
  expect(await raisedTo(lead.email)).toEqual([]);

  await setEscalation.run(lead, { planId: plan.planId, afterDays: 1 });
  const before = await aStep(plan, { title: "Comes first" });
  await aDependency(plan, { stepId, predecessorId: before });
  await everyMorning("2027-02-19", "2027-02-28");
  expect(await raisedTo(lead.email)).toEqual([]);
});

const raisedSteps = () => owner()`select raised_on::text from step_escalation`;
const tickWithoutMail = async () => {
  setClock("2027-02-17T07:10:00Z");
  await tickReminders();
};

test("what a reminder was to raise and did not, since it was not sent, is raised in the next one", async () => {
  const { plan, lead, stepId } = await anOverdueColleague();
  await setEscalation.run(lead, { planId: plan.planId, afterDays: 3 });
  await tickWithoutMail();
  expect(await raisedSteps()).toHaveLength(1);
  await owner()`update step set due_on = '2027-02-18' where owner_id = ${lead.participantId}`;
  await deliver();
  expect((await mails()).find(({ to }) => to === lead.email)).toMatchObject({ state: "skipped" });
  expect(await raisedSteps()).toEqual([]);
  await look(plan, lead);
  await everyMorning("2027-02-18", "2027-02-18");
  const [, sent] = (await mails()).filter(({ to }) => to === lead.email);
  expect(sent).toMatchObject({ state: "sent", props: { raised: [{ stepId }] } });
  expect(sent?.text).toContain("Overdue on your side");
  expect(await raisedSteps()).toEqual([{ raised_on: "2027-02-18" }]);
});

test("what was raised to somebody who leads no longer is not told them, nor counted as raised", async () => {
  const { plan, lead, buyer } = await anOverdueColleague();
  await setEscalation.run(lead, { planId: plan.planId, afterDays: 3 });
  await tickWithoutMail();
  await owner()`update participation set role = 'contributor' where person_id = ${lead.personId}`;
  await owner()`update participation set role = 'lead' where person_id = ${buyer.personId}`;
  await deliver();
  const told = (await mails()).find(({ to }) => to === lead.email);
  expect(told).toMatchObject({ state: "sent" });
  expect(told?.text).not.toContain("Name who signs for Finance");
  expect(await raisedSteps()).toEqual([]);
});

test("what is raised to many at once is looked at again with one query", async () => {
  const { plan, lead } = await anOverdueColleague();
  await setEscalation.run(lead, { planId: plan.planId, afterDays: 3 });
  await tickWithoutMail();
  const [queued] = (await mails()).filter(({ to }) => to === lead.email);
  const { to, props, workspace_id: workspaceId = null, person_id: personId = null } = queued ?? {};
  const many = Array.from({ length: 20 }, (): QueuedReminder => ({ id: newId(), to, props, workspaceId, personId }));
  const asked = await withinService(async (tx) => {
    const one = await queriesOf(tx, (counted) => recheckReminders(counted, many.slice(0, 1)));
    return [one, await queriesOf(tx, (counted) => recheckReminders(counted, many))];
  });
  expect(asked[1]).toBe(asked[0]);
});

/** How many statements a piece of work sends. */
async function queriesOf(tx: Tx, work: (tx: Tx) => Promise<unknown>): Promise<number> {
  let count = 0;
  const counted = new Proxy(tx, {
    get(target, name, receiver) {
      if (name === "execute") count += 1;
      return Reflect.get(target, name, receiver);
    },
  });
  await work(counted);
  return count;
}
