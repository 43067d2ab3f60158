import { beforeEach, expect, test } from "vitest";
import { now, withinService } from "@/server/domain/_kernel";
import { openSession } from "@/server/domain/access";
import { editParticipant, removeParticipant } from "@/server/domain/participant";
import { editPlan } from "@/server/domain/plan";
import { addDependency } from "@/server/domain/step";
import { useDatabase } from "../support/database";
import { aParticipant, aPerson, aPlace, aPlan, aStep, aWorkspace } from "../support/factory";
import { beginOnFriday, live, longAgo, look, mails } from "../support/reminders";

useDatabase();
beforeEach(beginOnFriday);

/** A holiday in the United States, and a working day in Germany. */
const MONDAY = "2027-02-15";
const mondayMorning = () => live(`${MONDAY}T06:00:00Z`, `${MONDAY}T12:00:00Z`);
const friday = () => live("2027-02-12T17:10:00Z", "2027-02-12T17:10:00Z");

/** Whose days go by an American plan, since they are due there first. */
async function onTwoPlans() {
  const workspace = await aWorkspace();
  const seat = { side: "buyer", role: "contributor", person: await aPerson({ timeZone: "Europe/Berlin" }) } as const;
  const american = await aPlan({ workspace, country: "US" });
  const german = await aPlan({ workspace, country: "DE" });
  const there = await aParticipant(american, seat);
  const here = await aParticipant(german, seat);
  const theirs = { createdAt: longAgo };
  await aStep(american, { ...theirs, ownerId: there.participantId, dueOn: "2027-02-10" });
  await aStep(german, { ...theirs, ownerId: here.participantId, dueOn: MONDAY, title: "Read the draft" });
  await look(german, here);
  await friday();
  return { american, there };
}

test("whose days went by another plan's calendar goes by the next one's once they have left that plan", async () => {
  const { american, there } = await onTwoPlans();
  const lead = await aParticipant(american, { side: "buyer", role: "lead" });
  await removeParticipant.run(lead, { planId: american.planId, participantId: there.participantId });
  await mondayMorning();
  expect(await mails()).toMatchObject([{ props: { today: MONDAY, steps: [{ title: "Read the draft" }] } }]);
});

test("where nobody leaves, the holiday of the plan on which they are due first is kept", async () => {
  await onTwoPlans();
  await mondayMorning();
  expect(await mails()).toEqual([]);
});

test("a plan that goes to another country reminds by that country's days and clock", async () => {
  const plan = await aPlan({ country: "US", timeZone: "America/New_York" });
  const lead = await aParticipant(plan, { side: "buyer", role: "lead", person: await aPerson() });
  await aStep(plan, { ownerId: lead.participantId, dueOn: MONDAY, createdAt: longAgo });
  await look(plan, lead);
  await friday();
  await editPlan.run(lead, { planId: plan.planId, set: { country: "DE" }, base: { country: "US" } });
  await mondayMorning();
  expect((await mails()).map(({ sent_at }) => sent_at.toISOString().slice(0, 16))).toEqual([`${MONDAY}T07:00`]);
});

test("whose clock is learned as they sign in for the first time is reminded in its morning", async () => {
  const plan = await aPlan({ country: "US", timeZone: "America/New_York" });
  const person = await aPerson({ timeZone: null });
  const lead = await aParticipant(plan, { side: "buyer", role: "lead", person });
  await aStep(plan, { ownerId: lead.participantId, dueOn: "2027-02-16", createdAt: longAgo });
  await look(plan, lead);
  await friday();
  const opening = { personId: person.personId, now: now(), timeZone: "Europe/Berlin" };
  await withinService((tx) => openSession(tx, opening));
  await live("2027-02-16T06:00:00Z", "2027-02-16T10:00:00Z");
  expect((await mails()).map(({ sent_at }) => sent_at.toISOString().slice(0, 16))).toEqual(["2027-02-16T07:00"]);
});

test("once a place has a name, whoever holds it up is told that somebody waits", async () => {
  const plan = await aPlan();
  const lead = await aParticipant(plan, {
    side: "buyer",
    role: "lead",
    person: await aPerson({ timeZone: "Europe/Berlin" }),
  });
  const placeId = await aPlace(plan);
  const own = await aStep(plan, { ownerId: lead.participantId, dueOn: "2027-06-01", createdAt: longAgo });
  const legal = await aStep(plan, { ownerId: placeId, dueOn: MONDAY, createdAt: longAgo });
  await addDependency.run(lead, { planId: plan.planId, stepId: legal, predecessorId: own });
  await friday();
  const named = { set: { name: "Omar Haddad" }, base: { name: null } };
  await editParticipant.run(lead, { planId: plan.planId, participantId: placeId, ...named });
  await mondayMorning();
  expect(await mails()).toMatchObject([{ props: { steps: [{ waiting: [{ name: "Omar Haddad" }] }] } }]);
});
