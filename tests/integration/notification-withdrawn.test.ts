import { beforeEach, expect, test } from "vitest";
import { addComment } from "@/server/domain/comment";
import { listNotices, mailNotifications, readPulse, tellPeople } from "@/server/domain/notification";
import { addStep, removeStep, setStepZone } from "@/server/domain/step";
import { moveClock, setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aMilestone, aParticipant, aPerson, aPlan, type TestParticipant, type TestPlan } from "../support/factory";
import { deliver } from "../support/reminders";

useDatabase();

let plan: TestPlan;
let lead: TestParticipant;
let seller: TestParticipant;
let priya: TestParticipant;
let stepId: string;

beforeEach(async () => {
  setClock("2027-02-10T09:00:00Z");
  for (const table of ["mail", "notification", "notification_choice"]) await owner().unsafe(`delete from ${table}`);
  plan = await aPlan({ title: "New orders" });
  const inBerlin = (name: string) => aPerson({ name, timeZone: "Europe/Berlin", locale: "en" });
  lead = await aParticipant(plan, { side: "buyer", role: "lead", person: await inBerlin("Tom Silva") });
  seller = await aParticipant(plan, { side: "seller", role: "owner", person: await inBerlin("Sam Berg") });
  priya = await aParticipant(plan, { side: "buyer", role: "contributor", person: await inBerlin("Priya Raman") });
  for (const { personId } of [seller, priya]) {
    await owner()`insert into notification_choice ${owner()({ person_id: personId, plan_id: plan.planId, kind: "", choice: "at_once", changed_at: new Date() })}`;
  }
  ({ id: stepId } = await give("Talk to two customers"));
  await addComment.run(seller, { planId: plan.planId, stepId, body: "Shall I introduce you?" });
  await addComment.run(priya, { planId: plan.planId, stepId, body: "Please do." });
  await tellPeople();
  await owner()`delete from notification`;
});

const give = async (title: string) =>
  addStep.run(lead, {
    planId: plan.planId,
    milestoneId: await aMilestone(plan),
    title,
    ownerId: priya.participantId,
  });
const write = (body: string, about = stepId) => addComment.run(lead, { planId: plan.planId, stepId: about, body });
const withdraw = () => setStepZone.run(lead, { planId: plan.planId, stepId, zone: "committee" });
const collect = async () => {
  await tellPeople();
  moveClock({ minutes: 6 });
  await tellPeople();
  await mailNotifications();
};
const mailTo = async ({ personId }: TestParticipant) => {
  const [mail, ...more] = await owner()`
    select state, subject, text, html from mail where template = 'notification' and person_id = ${personId}`;
  expect(more).toEqual([]);
  return mail;
};

test("a step that becomes the committee's own before the mail leaves: the seller reads nothing of it, the committee all", async () => {
  await write("Our budget is 40k at most.");
  await collect();
  expect(await mailTo(seller)).toMatchObject({ state: "queued" });
  await withdraw();
  await deliver();
  expect(await mailTo(seller)).toMatchObject({ state: "skipped", text: null, html: null });
  expect((await mailTo(priya))?.text).toContain("40k");
});

test("what else the seller was told of goes, without the step that was withdrawn", async () => {
  const { id: other } = await give("Read the draft");
  await addComment.run(seller, { planId: plan.planId, stepId: other, body: "It is long." });
  await write("Our budget is 40k at most.");
  await write("I have begun.", other);
  await collect();
  await withdraw();
  await deliver();
  const mail = await mailTo(seller);
  expect(mail).toMatchObject({ state: "sent" });
  expect(mail?.text).toContain("I have begun.");
  for (const secret of ["40k", "Talk to two customers"]) {
    expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toContain(secret);
  }
});

test("withdrawn before its mail is made: none is", async () => {
  await write("Our budget is 40k at most.");
  await tellPeople();
  await withdraw();
  await collect();
  await deliver();
  expect(await mailTo(seller)).toBeUndefined();
  expect((await mailTo(priya))?.text).toContain("40k");
});

test("of a step that was removed before the mail leaves, its owner is told that alone", async () => {
  await write("Ask for the security officer.");
  await tellPeople();
  await removeStep.run(lead, { planId: plan.planId, stepId });
  await collect();
  await deliver();
  const mail = await mailTo(priya);
  expect(mail).toMatchObject({
    state: "sent",
    subject: "Tom Silva took your step “Talk to two customers” off the plan",
  });
  expect(`${mail?.text}${mail?.html}`).not.toContain("security officer");
  expect(await mailTo(seller)).toBeUndefined();
});

test("a mail that waits while its step is removed says nothing of it", async () => {
  await write("Ask for the security officer.");
  await collect();
  await removeStep.run(lead, { planId: plan.planId, stepId });
  await deliver();
  expect(await mailTo(seller)).toMatchObject({ state: "skipped", text: null });
});

test("the inbox lists nothing of a step that became the other side's own, counts none of it, and has it back when it is shown again", async () => {
  const noticesOf = async (who: TestParticipant) =>
    (await listNotices.run(who, {})).notices.map(({ told }) => told.title);
  const { id: other } = await give("Read the draft");
  await addComment.run(seller, { planId: plan.planId, stepId: other, body: "It is long." });
  await tellPeople();
  await owner()`delete from notification`;
  await write("Our budget is 40k at most.");
  await write("I have begun.", other);
  await tellPeople();
  expect(await noticesOf(seller)).toEqual(["Read the draft", "Talk to two customers"]);
  expect((await readPulse.run(seller, {})).unread).toBe(2);

  await withdraw();
  expect(await noticesOf(seller)).toEqual(["Read the draft"]);
  expect(await readPulse.run(seller, {})).toMatchObject({ unread: 1, subjects: [other] });
  expect(await noticesOf(priya)).toContain("Talk to two customers");

  const reads = await owner()`select id from comment where subject_id = ${stepId}`;
  await setStepZone.run(lead, { planId: plan.planId, stepId, zone: "shared", reads: reads.map(({ id }) => id) });
  expect(await noticesOf(seller)).toEqual(["Read the draft", "Talk to two customers"]);
});
