import { beforeEach, expect, test } from "vitest";
import { addComment, removeComment } from "@/server/domain/comment";
import { addCriterion } from "@/server/domain/decision";
import { listNotices, mailNotifications, markRead, tellPeople } from "@/server/domain/notification";
import { tickReminders } from "@/server/domain/reminder";
import { addStep, editStep } from "@/server/domain/step";
import { moveClock, setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import {
  aMilestone,
  aParticipant,
  aPerson,
  aPlan,
  aStep,
  type TestParticipant,
  type TestPlan,
} from "../support/factory";
import { endedBy } from "../support/mails";
import { deliver, longAgo, look } from "../support/reminders";

useDatabase();

let plan: TestPlan;
let lead: TestParticipant;
let priya: TestParticipant;

// A Wednesday, ten in the morning in Berlin.
const WEDNESDAY = "2027-02-10T09:00:00Z";
const THURSDAY_MORNING = "2027-02-11T07:20:00Z";

beforeEach(async () => {
  setClock(WEDNESDAY);
  for (const table of [
    "mail",
    "reminder_due",
    "reminder_day",
    "mail_preference",
    "notification",
    "notification_choice",
  ]) {
    await owner().unsafe(`delete from ${table}`);
  }
  plan = await aPlan({ title: "New orders" });
  lead = await aParticipant(plan, { side: "buyer", role: "lead", person: await aPerson({ name: "Tom Silva" }) });
  const person = await aPerson({ name: "Priya Raman", timeZone: "Europe/Berlin", locale: "en" });
  priya = await aParticipant(plan, { side: "buyer", role: "contributor", person });
  await tellPeople();
});

const give = async (title: string, milestoneId?: string) =>
  addStep.run(lead, {
    planId: plan.planId,
    milestoneId: milestoneId ?? (await aMilestone(plan)),
    title,
    ownerId: priya.participantId,
  });
const turn = async () => {
  await tellPeople();
  await mailNotifications();
  await deliver();
};
const mails = () => owner()`select * from mail where template = 'notification' order by created_at, id`;
const choose = (kind: string, choice: string, planId = "00000000-0000-0000-0000-000000000000") =>
  owner()`insert into notification_choice ${owner()({ person_id: priya.personId, plan_id: planId, kind, choice, changed_at: new Date() })}`;

test("a step that becomes mine is mailed after five quiet minutes: a burst of them is one mail", async () => {
  await give("Name who signs");
  await turn();
  expect(await mails()).toHaveLength(0);
  for (const title of ["Ask legal", "Read the draft"]) {
    moveClock({ minutes: 4 });
    await give(title);
    await turn();
  }
  moveClock({ minutes: 4 });
  await turn();
  expect(await mails()).toHaveLength(0);
  moveClock({ minutes: 2 });
  await turn();
  await turn();
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ state: "sent", to: priya.email, subject: "3 changes for you on New orders" });
  expect(mail?.text).toContain("Tom Silva gave you “Name who signs”");
  expect(mail?.text).toContain("Read the draft");
  expect(mail?.headers).toMatchObject({
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    References: `<plan.${plan.planId}@localhost>`,
  });
  expect(endedBy(mail?.headers)).toEqual({ from: "notifications" });
});

test("somebody who gives and gives is waited for no longer than half an hour", async () => {
  const milestoneId = await aMilestone(plan);
  for (let minute = 0; minute <= 32; minute += 4) {
    await give(`Step ${minute}`, milestoneId);
    await turn();
    moveClock({ minutes: 4 });
  }
  const [first] = await mails();
  expect(first).toMatchObject({ state: "sent", subject: "9 changes for you on New orders" });
});

test("one thing alone is the subject", async () => {
  await give("Name who signs");
  await tellPeople();
  moveClock({ minutes: 6 });
  await turn();
  expect(await mails()).toMatchObject([{ subject: "Tom Silva gave you “Name who signs”" }]);
});

test("what was read in the app meanwhile is left out, and with nothing left no mail goes", async () => {
  const step = await give("Name who signs");
  await give("Ask legal");
  await tellPeople();
  await markRead.run(priya, { stepId: step.id });
  moveClock({ minutes: 6 });
  await mailNotifications();
  const [asked] = (await listNotices.run(priya, {})).notices;
  await deliver();
  const [mail] = await mails();
  expect(mail?.text).not.toContain("Name who signs");

  await give("Read the draft");
  await tellPeople();
  moveClock({ minutes: 6 });
  await mailNotifications();
  const [draft] = (await listNotices.run(priya, {})).notices;
  await markRead.run(priya, { ids: [draft?.id, asked?.id] });
  await deliver();
  expect((await mails())[1]).toMatchObject({ state: "skipped" });
});

test("most is said the next working morning, in one mail for all plans of the workspace", async () => {
  const stepId = await aStep(plan, { ownerId: priya.participantId, title: "Ask legal" });
  const edit = (title: string, was: string) =>
    editStep.run(lead, { planId: plan.planId, stepId, set: { title }, base: { title: was } });
  await edit("Ask legal twice", "Ask legal");
  await turn();
  moveClock({ hours: 5 });
  await turn();
  expect(await mails()).toHaveLength(0);
  setClock(THURSDAY_MORNING);
  await turn();
  expect(await mails()).toMatchObject([{ state: "sent", subject: expect.stringContaining("Ask legal twice") }]);
  await turn();
  expect(await mails()).toHaveLength(1);
});

test("whoever has chosen no time zone has the morning of the country that their address names, as for reminders", async () => {
  const person = await aPerson({ name: "Hana Sato", email: `hana.${plan.planId}@kunde.co.jp` });
  const hana = await aParticipant(plan, { side: "buyer", role: "contributor", person });
  const stepId = await aStep(plan, { ownerId: hana.participantId, title: "Ask legal" });
  await editStep.run(lead, {
    ...{ planId: plan.planId, stepId },
    ...{ set: { title: "Ask legal twice" }, base: { title: "Ask legal" } },
  });
  await tellPeople();
  setClock("2027-02-10T23:10:00Z");
  await turn();
  expect(await mails()).toHaveLength(0);
  setClock("2027-02-10T23:20:00Z");
  await turn();
  expect(await mails()).toMatchObject([{ state: "sent", to: person.email }]);
});

test("a morning's mail leaves out what the same morning's reminder says", async () => {
  const stepId = await aStep(plan, {
    ownerId: priya.participantId,
    title: "Ask legal",
    dueOn: "2027-02-26",
    createdAt: longAgo,
  });
  await choose("given", "daily");
  await editStep.run(lead, {
    planId: plan.planId,
    stepId,
    set: { dueOn: "2027-02-11" },
    base: { dueOn: "2027-02-26" },
  });
  await give("Something without a date");
  await look(plan, priya);
  await tellPeople();
  setClock("2027-02-11T07:01:00Z");
  await tickReminders();
  setClock(THURSDAY_MORNING);
  await turn();
  const all = await owner()`select template, text from mail order by created_at, id`;
  expect(all.map(({ template }) => template)).toEqual(["step-reminder", "notification"]);
  expect(all[0]?.text).toContain("Ask legal");
  expect(all[1]?.text).not.toContain("Ask legal");
  expect(all[1]?.text).toContain("Something without a date");
});

test("each chooses how soon, by topic, by plan, or not at all; a muted plan counts as read", async () => {
  await choose("given", "weekly");
  await give("One");
  await tellPeople();
  const due = async () =>
    (await owner()`select mail_due_at, read_at from notification order by created_at desc limit 1`)[0];
  expect((await due())?.mail_due_at).toEqual(new Date("2027-02-15T07:15:00Z"));
  await choose("", "at_once", plan.planId);
  moveClock({ minutes: 1 });
  await give("Two");
  await tellPeople();
  expect((await due())?.mail_due_at.getTime() - Date.parse(WEDNESDAY)).toBeLessThan(10 * 60_000);
  await owner()`delete from notification_choice`;
  await choose("", "off", plan.planId);
  moveClock({ minutes: 1 });
  await give("Three");
  await tellPeople();
  expect(await due()).toMatchObject({ mail_due_at: null, read_at: expect.any(Date) });
  moveClock({ days: 7 });
  await turn();
  expect(await mails()).toHaveLength(0);
});

test("who changes their mind before it is due is heard", async () => {
  await give("Name who signs");
  await tellPeople();
  await choose("given", "daily");
  moveClock({ minutes: 6 });
  await turn();
  expect(await mails()).toHaveLength(0);
  setClock(THURSDAY_MORNING);
  await turn();
  expect(await mails()).toHaveLength(1);
});

test("who has left before it is sent gets nothing, nor who wants no such mails of the workspace", async () => {
  await give("Name who signs");
  await tellPeople();
  moveClock({ minutes: 6 });
  await mailNotifications();
  await owner()`delete from participation where person_id = ${priya.personId}`;
  await deliver();
  expect(await mails()).toMatchObject([{ state: "skipped" }]);

  const tom = lead;
  await owner()`insert into mail_preference ${owner()({ workspace_id: plan.workspaceId, person_id: tom.personId, notifications: false, changed_at: new Date() })}`;
  await aStep(plan, { ownerId: tom.participantId });
  await addStep.run(plan.owner, {
    planId: plan.planId,
    milestoneId: await aMilestone(plan),
    title: "X",
    ownerId: tom.participantId,
  });
  await tellPeople();
  moveClock({ minutes: 6 });
  await turn();
  expect(await mails()).toHaveLength(1);
});

test("noise is not mailed unless somebody asks for it", async () => {
  await addCriterion.run(lead, { planId: plan.planId, title: "We trust them", zone: "committee" });
  await tellPeople();
  expect((await listNotices.run(priya, {})).notices).toHaveLength(1);
  moveClock({ days: 8 });
  await turn();
  expect(await mails()).toHaveLength(0);
});

test("a mailer that dies makes no second mail; two at once make one", async () => {
  await give("Name who signs");
  await tellPeople();
  moveClock({ minutes: 6 });
  await owner()`create function die() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$`;
  await owner()`create trigger power_cut before insert on mail for each row execute function die()`;
  await mailNotifications();
  expect(await mails()).toHaveLength(0);
  await owner()`drop trigger power_cut on mail`;
  await owner()`drop function die`;
  moveClock({ minutes: 6 });
  await Promise.all([mailNotifications(), mailNotifications(), mailNotifications()]);
  await turn();
  expect(await mails()).toHaveLength(1);
});

test("a comment is told in its writer's words; what was taken back before the mail leaves isn't", async () => {
  const { id: stepId } = await give("Talk to two customers");
  await choose("comment", "at_once");
  await tellPeople();
  await owner()`delete from notification`;
  const write = (body: string) => addComment.run(lead, { planId: plan.planId, stepId, body });
  await write("I can introduce you.\nWhich days suit you?");
  const { id: commentId } = await write("And bring the security officer.");
  moveClock({ minutes: 6 });
  await tellPeople();
  await mailNotifications();
  await removeComment.run(lead, { planId: plan.planId, commentId });
  await deliver();
  const [mail] = await mails();
  expect(mail?.text).toContain("> I can introduce you.\n> Which days suit you?");
  expect(mail?.html).toContain("Which days suit you?");
  expect(`${mail?.text}${mail?.html}`).not.toContain("security officer");
});
