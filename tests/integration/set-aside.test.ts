import { beforeEach, expect, test } from "vitest";
import { mailNotifications, tellPeople, tickDigests } from "@/server/domain/notification";
import { tickReminders } from "@/server/domain/reminder";
import { addStep, completeStep } from "@/server/domain/step";
import { moveClock, setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aMilestone, aParticipant, aPlan, aStep, type TestParticipant, type TestPlan } from "../support/factory";
import { longAgo, look, TUESDAY } from "../support/reminders";

useDatabase();

const tables = ["mail", "reminder_due", "reminder_day", "digest_due", "notification"];
beforeEach(async () => {
  setClock("2027-02-16T06:00:00Z");
  for (const table of tables) await owner().unsafe(`delete from ${table}`);
  await owner()`update plan_stream set told_seq = head_seq`;
  await owner().unsafe("drop trigger if exists trouble on mail; drop trigger if exists trouble on notification");
  await owner().unsafe("drop function if exists trouble");
});

/** Whatever is written for this one person fails. */
async function fails(table: "mail" | "notification", { personId }: TestParticipant) {
  await owner().unsafe(`create function trouble() returns trigger language plpgsql as $$ begin
    if new.person_id = '${personId}' then raise exception 'no such word'; end if; return new; end $$`);
  await owner().unsafe(`create trigger trouble before insert on ${table} for each row execute function trouble()`);
}
const mailed = async () => (await owner()`select "to" from mail order by "to"`).map(({ to }) => to as string);
const emails = (...people: TestParticipant[]) => people.map(({ email }) => email).sort();

async function peopleOn(plan: TestPlan, count: number) {
  const people: TestParticipant[] = [];
  for (let n = 0; n < count; n++) people.push(await aParticipant(plan, { side: "buyer", role: "contributor" }));
  return people as [TestParticipant, TestParticipant, TestParticipant];
}

test("one person's reminder that fails holds up nobody else's, and waits longer each time", async () => {
  const plan = await aPlan();
  const people = await peopleOn(plan, 5);
  for (const { participantId, personId } of people) {
    await aStep(plan, { ownerId: participantId, dueOn: TUESDAY, createdAt: longAgo });
    await owner()`update person set time_zone = 'Europe/Berlin' where id = ${personId}`;
  }
  for (const one of people) await look(plan, one);
  const [failing, ...others] = people;
  await fails("mail", failing);
  setClock("2027-02-16T07:05:00Z");
  await tickReminders();
  expect(await mailed()).toEqual(emails(...others));
  const minutesUntilDue = async () => {
    const [row] = await owner()`select due_at from reminder_due where person_id = ${failing.personId}`;
    return Math.round((row?.due_at.getTime() - Date.parse("2027-02-16T07:05:00Z")) / 60_000);
  };
  expect(await minutesUntilDue()).toBe(5);
  setClock("2027-02-16T07:11:00Z");
  await tickReminders();
  expect(await minutesUntilDue()).toBe(16);
  await owner()`drop trigger trouble on mail`;
  setClock("2027-02-16T07:22:00Z");
  await tickReminders();
  expect(await mailed()).toEqual(emails(...people));
});

test("one head's digest that fails is put off within the morning, and the others come", async () => {
  setClock("2027-02-12T09:00:00Z");
  const plan = await aPlan();
  const lead = await aParticipant(plan, { side: "buyer", role: "lead" });
  const seller = await aParticipant(plan, { side: "seller", role: "owner" });
  const stepId = await aStep(plan, { title: "Send the draft", ownerId: seller.participantId, dueOn: "2027-02-17" });
  await completeStep.run(seller, { planId: plan.planId, stepId });
  await tellPeople();
  await fails("mail", lead);
  setClock("2027-02-15T07:35:00Z");
  await tickDigests();
  expect(await mailed()).toEqual([seller.email]);
  const [row] = await owner()`select due_at from digest_due where person_id = ${lead.personId}`;
  expect(row?.due_at.getTime()).toBeGreaterThan(Date.parse("2027-02-15T07:39:00Z"));
  await owner()`drop trigger trouble on mail`;
  moveClock({ minutes: 6 });
  await tickDigests();
  expect(await mailed()).toEqual(emails(lead, seller));
});

async function giveToEach(plan: TestPlan, people: TestParticipant[]) {
  const lead = await aParticipant(plan, { side: "buyer", role: "lead" });
  const milestoneId = await aMilestone(plan);
  for (const { participantId } of people) {
    await addStep.run(lead, { planId: plan.planId, milestoneId, title: "Ask legal", ownerId: participantId });
  }
}

test("one person's mail of news that fails holds up nobody else's, and is not tried in every round", async () => {
  const plan = await aPlan();
  const people = await peopleOn(plan, 3);
  await giveToEach(plan, people);
  await tellPeople();
  const [failing, ...others] = people;
  await fails("mail", failing);
  moveClock({ minutes: 6 });
  await mailNotifications();
  expect(await mailed()).toEqual(emails(...others));
  await owner()`drop trigger trouble on mail`;
  moveClock({ minutes: 4 });
  await mailNotifications();
  expect(await mailed()).toEqual(emails(...others));
  moveClock({ minutes: 2 });
  await mailNotifications();
  expect(await mailed()).toEqual(emails(...people));
});

test("a plan whose news can't be told holds up no other plan, and is not tried in every round", async () => {
  const [troubled, fine] = [await aPlan(), await aPlan()];
  const [failing] = await peopleOn(troubled, 1);
  const [other] = await peopleOn(fine, 1);
  await giveToEach(troubled, [failing]);
  await giveToEach(fine, [other]);
  await fails("notification", failing);
  const told = async () =>
    (await owner()`select distinct person_id from notification where kind = 'given'`).map((row) => row.person_id);
  await tellPeople();
  expect(await told()).toEqual([other.personId]);
  await owner()`drop trigger trouble on notification`;
  await tellPeople();
  expect(await told()).toEqual([other.personId]);
  moveClock({ minutes: 6 });
  await tellPeople();
  expect((await told()).sort()).toEqual([failing.personId, other.personId].sort());
});
