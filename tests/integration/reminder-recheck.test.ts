import { beforeEach, expect, test } from "vitest";
import { removeParticipant } from "@/server/domain/participant";
import { tickReminders } from "@/server/domain/reminder";
import { completeStep } from "@/server/domain/step";
import { moveClock, setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aDependency } from "../support/dependency";
import { aParticipant, aPerson, aStep } from "../support/factory";
import { aBuyerWithStep, beginOnFriday, choose, deliver, live, longAgo, mails, TUESDAY } from "../support/reminders";

useDatabase();
beforeEach(beginOnFriday);

const changesOfMind: [string, (at: Awaited<ReturnType<typeof aBuyerWithStep>>) => Promise<unknown>][] = [
  ["done", ({ buyer, plan, stepId }) => completeStep.run(buyer, { planId: plan.planId, stepId })],
  ["removed", ({ stepId }) => owner()`update step set removed_at = now() where id = ${stepId}`],
  ["rescheduled", ({ stepId }) => owner()`update step set due_on = '2027-03-01' where id = ${stepId}`],
  ["given to somebody else", ({ stepId }) => owner()`update step set owner_id = null where id = ${stepId}`],
  [
    "on a plan that its owner left",
    ({ buyer }) => owner()`delete from participation where person_id = ${buyer.personId}`,
  ],
  ["on a plan that was removed", ({ plan }) => owner()`update plan set removed_at = now() where id = ${plan.planId}`],
  ["blocked", ({ stepId }) => owner()`update step set status = 'blocked' where id = ${stepId}`],
  [
    "waiting for another",
    async ({ plan, stepId }) => aDependency(plan, { stepId, predecessorId: await aStep(plan, { title: "Sign" }) }),
  ],
  ["unwanted", ({ plan, buyer }) => choose(plan, buyer, false)],
  [
    "for another address",
    ({ buyer }) => owner()`update person set email = ${`new.${buyer.email}`} where id = ${buyer.personId}`,
  ],
  ["so late that work is over", async () => moveClock({ hours: 10 })],
  ["a day late", async () => moveClock({ days: 1 })],
];
for (const [what, happens] of changesOfMind) {
  test(`a queued reminder that is meanwhile ${what} is not sent`, async () => {
    const scene = await aBuyerWithStep();
    setClock("2027-02-16T07:10:00Z");
    await tickReminders();
    expect(await mails()).toMatchObject([{ state: "queued" }]);
    await happens(scene);
    await deliver();
    expect(await mails()).toMatchObject([{ state: "skipped", error: expect.any(String) }]);
  });
}

test("of two steps in a queued reminder the one that is done is left out", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep();
  await aStep(plan, { title: "Read the draft", ownerId: buyer.participantId, dueOn: TUESDAY, createdAt: longAgo });
  setClock("2027-02-16T07:10:00Z");
  await tickReminders();
  await completeStep.run(buyer, { planId: plan.planId, stepId });
  await deliver();
  const [mail] = await mails();
  expect(mail).toMatchObject({ state: "sent" });
  expect(mail?.text).toContain("Read the draft");
  expect(mail?.text).not.toContain("Name who signs for Finance");
});

test("a queued reminder whose one due step is done does not go for the sake of what it names beside it, which comes on its own day", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep();
  const read = { title: "Read the draft", ownerId: buyer.participantId, dueOn: "2027-02-18" };
  await aStep(plan, { ...read, createdAt: new Date("2027-02-15T12:00:00Z") });
  setClock("2027-02-16T07:10:00Z");
  await tickReminders();
  expect(await mails()).toMatchObject([{ props: { steps: [{ isReminded: true }, { isReminded: false }] } }]);
  await completeStep.run(buyer, { planId: plan.planId, stepId });
  await deliver();
  expect(await mails()).toMatchObject([{ state: "skipped" }]);
  await live("2027-02-17T06:00:00Z", "2027-02-18T12:00:00Z");
  expect(await mails()).toMatchObject([{}, { state: "sent", props: { today: "2027-02-18" } }]);
});

test("a reminder that was queued before it said which of its steps were due is looked at as it was then", async () => {
  const { stepId } = await aBuyerWithStep();
  setClock("2027-02-16T07:10:00Z");
  await tickReminders();
  await owner()`update mail set props = jsonb_set(props, '{steps}', (
    select jsonb_agg(step - 'isReminded') from jsonb_array_elements(props->'steps') step))`;
  await deliver();
  expect(await mails()).toMatchObject([{ state: "sent", props: { steps: [{ stepId }] } }]);
});

/** Lena waits for the one step of Priya's, and Priya's other step waits for Lena. */
async function betweenTwoOfLenas() {
  const scene = await aBuyerWithStep();
  const { plan, buyer, stepId } = scene;
  const person = await aPerson({ name: "Lena Marsh" });
  const lena = await aParticipant(plan, { side: "seller", role: "editor", person });
  const day = { dueOn: TUESDAY, createdAt: longAgo };
  const [signed, sent, read] = [
    await aStep(plan, { ...day, ownerId: lena.participantId, title: "Sign the order" }),
    await aStep(plan, { ...day, ownerId: lena.participantId, title: "Send the price list" }),
    await aStep(plan, { ...day, ownerId: buyer.participantId, title: "Read the price list" }),
  ];
  await aDependency(plan, { stepId: signed, predecessorId: stepId });
  await aDependency(plan, { stepId: read, predecessorId: sent });
  const remove = () => removeParticipant.run(plan.owner, { planId: plan.planId, participantId: lena.participantId });
  return { ...scene, remove };
}

test("whoever is on the plan is named in a reminder with what they wait for", async () => {
  await betweenTwoOfLenas();
  setClock("2027-02-16T07:10:00Z");
  await tickReminders();
  await deliver();
  expect((await mails()).map(({ state }) => state)).toEqual(["sent"]);
  expect((await mails())[0]?.text).toContain("Lena Marsh");
});

test.each(["before it is written", "while it is queued"])(
  "somebody who is taken off the plan %s is named in no reminder",
  async (when) => {
    const { remove } = await betweenTwoOfLenas();
    setClock("2027-02-16T07:10:00Z");
    if (when === "before it is written") await remove();
    await tickReminders();
    if (when === "while it is queued") await remove();
    await deliver();
    const [mail] = await mails();
    expect(mail).toMatchObject({ state: "sent" });
    expect(mail?.text).toContain("Send the price list");
    for (const part of ["subject", "text", "html"]) expect(mail?.[part], part).not.toContain("Lena Marsh");
    expect(mail?.text).not.toContain("Sign the order");
  },
);
