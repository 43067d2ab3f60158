import { beforeEach, expect, test } from "vitest";
import { listNotices, mailNotifications, tellPeople } from "@/server/domain/notification";
import { editStep } from "@/server/domain/step";
import { setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aParticipant, aPerson, aPlan, aStep, type TestParticipant, type TestPlan } from "../support/factory";
import { deliver } from "../support/reminders";

useDatabase();

let plan: TestPlan;
let lead: TestParticipant;
let priya: TestParticipant;

beforeEach(async () => {
  setClock("2027-02-10T09:00:00Z");
  await owner()`delete from mail`;
  plan = await aPlan({ title: "New orders" });
  lead = await aParticipant(plan, { side: "buyer", role: "lead", person: await aPerson({ name: "Tom Silva" }) });
  const person = await aPerson({ name: "Priya Raman", timeZone: "Europe/Berlin", locale: "en" });
  priya = await aParticipant(plan, { side: "buyer", role: "contributor", person });
  await tellPeople();
});

async function movedTo(...days: string[]) {
  const stepId = await aStep(plan, { ownerId: priya.participantId, title: "Ask legal", dueOn: "2027-02-18" });
  let was = "2027-02-18";
  for (const dueOn of days) {
    await editStep.run(lead, { planId: plan.planId, stepId, set: { dueOn }, base: { dueOn: was } });
    was = dueOn;
  }
  await tellPeople();
  setClock("2027-02-11T07:20:00Z");
  await mailNotifications();
  await deliver();
  return owner()`select subject, text from mail where template = 'notification'`;
}

test("a step that was moved three times in a day is told as one move, in the mail alone", async () => {
  const [mail, ...more] = await movedTo("2027-02-22", "2027-02-23", "2027-02-24");
  expect(more).toEqual([]);
  expect(mail?.subject).toBe("Tom Silva moved your step “Ask legal” from Thu 18 Feb to Wed 24 Feb");
  expect(mail?.text.match(/moved your step/g)).toHaveLength(1);
  expect((await listNotices.run(priya, {})).notices).toHaveLength(3);
});

test("a step that was moved and moved back is no mail", async () => {
  expect(await movedTo("2027-02-22", "2027-02-18")).toHaveLength(0);
});
