import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { beforeEach, expect, test } from "vitest";
import { preferencesLink, withinService, withinSystem } from "@/server/domain/_kernel";
import { setPreferences } from "@/server/domain/access";
import { tickReminders, touchPerson } from "@/server/domain/reminder";
import { completeStep, editStep } from "@/server/domain/step";
import { deliverDueMail } from "@/server/mail/deliver";
import { moveClock, setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aDependency } from "../support/dependency";
import { aParticipant, aPerson, aPlan, aStep, type TestParticipant, type TestPlan } from "../support/factory";

useDatabase();

// A Tuesday: steps get their dates on the Friday before, after that day's morning.
const TUESDAY = "2027-02-16";
const longAgo = new Date("2027-01-05T12:00:00Z");

beforeEach(async () => {
  setClock("2027-02-12T15:00:00Z");
  for (const table of [
    "mail",
    "reminder_due",
    "reminder_day",
    "mail_preference",
    "step_reminder",
    "step_dependency",
    "step",
  ]) {
    await owner().unsafe(`delete from ${table}`);
  }
});

const look = ({ workspaceId }: TestPlan, { personId }: TestParticipant) =>
  withinService((tx) => touchPerson(tx, { workspaceId, personId }));
const deliver = () => deliverDueMail(new AbortController().signal);
const mails = () => owner()`select * from mail order by created_at, id`;
const dueOf = async ({ personId }: TestParticipant) =>
  (await owner()`select due_at from reminder_due where person_id = ${personId}`)[0]?.due_at as Date | undefined;

async function aBuyerWithStep(given: { dueOn?: string; timeZone?: string; zone?: "shared" | "committee" } = {}) {
  const plan = await aPlan();
  const person = await aPerson({ name: "Priya Raman", timeZone: given.timeZone ?? "Europe/Berlin" });
  const buyer = await aParticipant(plan, { side: "buyer", role: "contributor", person });
  const stepId = await aStep(plan, {
    title: "Name who signs for Finance",
    ownerId: buyer.participantId,
    dueOn: given.dueOn ?? TUESDAY,
    zone: given.zone ?? "shared",
    createdAt: longAgo,
  });
  await look(plan, buyer);
  return { plan, buyer, stepId };
}

/** Ticks and delivers again and again between two instants, as a worker would. */
async function live(from: string, to: string, everyMinutes = 30) {
  setClock(from);
  const until = new Date(to).getTime();
  for (let at = new Date(from).getTime(); at <= until; at += everyMinutes * 60_000) {
    setClock(new Date(at));
    await tickReminders();
    await deliver();
  }
}

test("a reminder comes in the local morning of the day, lists the step, and links straight to it", async () => {
  const { stepId, plan } = await aBuyerWithStep();
  await live("2027-02-16T05:00:00Z", "2027-02-16T20:00:00Z");
  const [mail, ...more] = await mails();
  expect(more).toHaveLength(0);
  expect(mail).toMatchObject({ state: "sent", template: "step-reminder" });
  expect(mail?.sent_at.toISOString()).toMatch(/^2027-02-16T07:00/);
  expect(mail?.text).toContain("Name who signs for Finance");
  expect(mail?.html).toContain("/step?token=");
  expect(mail?.text).toContain(`/plans/${plan.planId}/steps?step=${stepId}`);
  expect(mail?.headers).toMatchObject({ "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" });
  const [counted] = await owner()`select sent, last_on::text from step_reminder where step_id = ${stepId}`;
  expect(counted).toMatchObject({ sent: 1, last_on: TUESDAY });
});

// Thursday to Tuesday around each Sunday on which clocks change, for people whose working week has Sunday in it.
const changes = [
  ["Europe/Berlin", "2027-03-25", "SA", 60],
  ["Europe/Berlin", "2027-10-28", "SA", 60],
  ["America/New_York", "2027-03-11", "IL", 60],
  ["America/New_York", "2027-11-04", "SA", 60],
  ["Australia/Lord_Howe", "2027-04-01", "SA", 30],
  ["Australia/Lord_Howe", "2027-09-30", "SA", 30],
] as const;
for (const [timeZone, thursday, country, everyMinutes] of changes) {
  test(`around the change of clocks after ${thursday} in ${timeZone}: one reminder a working day, each at eight`, async () => {
    const plan = await aPlan({ country, timeZone });
    const buyer = await aParticipant(plan, { side: "buyer", role: "contributor", person: await aPerson({ timeZone }) });
    const days = [0, 1, 2, 3, 4, 5].map((count) => Temporal.PlainDate.from(thursday).add({ days: count }));
    for (const day of days) {
      await aStep(plan, { ownerId: buyer.participantId, dueOn: day.toString(), createdAt: longAgo });
    }
    await look(plan, buyer);
    const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime(timeZone).toInstant().toString();
    await live(
      midnight(days[0] as Temporal.PlainDate),
      midnight(Temporal.PlainDate.from(thursday).add({ days: 6 })),
      everyMinutes,
    );

    const worked = days.filter(({ dayOfWeek }) => dayOfWeek !== 5 && dayOfWeek !== 6).map(String);
    const sent = (await mails()).map(({ sent_at }) => localTime(sent_at, timeZone));
    expect(sent).toEqual(worked.map((day) => `${day} 08:00`));
    const taken = await owner()`select local_day::text from reminder_day order by 1`;
    expect(taken.map(({ local_day }) => local_day)).toEqual(worked);
  });
}

test("two ticks and two deliveries at once: one mail", async () => {
  await aBuyerWithStep();
  setClock("2027-02-16T07:10:00Z");
  await Promise.all([tickReminders(), tickReminders(), tickReminders(), tickReminders()]);
  await Promise.all([deliver(), deliver()]);
  const all = await mails();
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({ state: "sent", attempts: 1 });
});

test("after six reminders it stops, and the plan shows a stall", async () => {
  const { stepId, buyer } = await aBuyerWithStep();
  await live("2027-02-11T07:00:00Z", "2027-04-30T09:00:00Z", 24 * 60);
  expect(await mails()).toHaveLength(6);
  const [counted] = await owner()`select sent, stalled_on::text from step_reminder where step_id = ${stepId}`;
  expect(counted).toMatchObject({ sent: 6, stalled_on: expect.any(String) });
  const events = await owner()`select kind, zone from event where subject_id = ${stepId}`;
  expect(events).toMatchObject([{ kind: "step.stalled", zone: "shared" }]);
  expect(await dueOf(buyer)).toBeUndefined();
  const last = (await mails()).at(-1);
  expect(last?.props.steps[0]).toMatchObject({ isLast: true });
});

test("rescheduling sends nothing and counts anew", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep();
  await live("2027-02-16T06:30:00Z", "2027-02-16T09:00:00Z");
  expect(await mails()).toHaveLength(1);
  setClock("2027-02-16T09:30:00Z");
  await editStep.run(buyer, {
    planId: plan.planId,
    stepId,
    set: { dueOn: "2027-02-18" },
    base: { dueOn: TUESDAY },
  });
  await live("2027-02-16T09:30:00Z", "2027-02-17T22:00:00Z");
  expect(await mails()).toHaveLength(1);
  await live("2027-02-18T06:00:00Z", "2027-02-18T12:00:00Z");
  expect(await mails()).toHaveLength(2);
  const [counted] = await owner()`select sent from step_reminder where step_id = ${stepId}`;
  expect(counted?.sent).toBe(1);
});

test("one mail a day from a workspace, over all its plans", async () => {
  const { plan, buyer } = await aBuyerWithStep();
  const { workspaceId } = plan;
  const other = await aPlan({
    title: "A second plan",
    workspace: { workspaceId, slug: "", name: "", owner: plan.owner },
  });
  const again = await aParticipant(other, { side: "buyer", role: "lead", person: buyer });
  await aStep(other, { title: "Read the draft", ownerId: again.participantId, dueOn: TUESDAY, createdAt: longAgo });
  await live("2027-02-16T05:00:00Z", "2027-02-16T20:00:00Z");
  const [mail, ...more] = await mails();
  expect(more).toHaveLength(0);
  expect(mail?.text).toContain("Name who signs for Finance");
  expect(mail?.text).toContain("Read the draft");
});

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
  ["unwanted", ({ plan, buyer }) => choose(plan, buyer, false)],
  [
    "for another address",
    ({ buyer }) => owner()`update person set email = ${`new.${buyer.email}`} where id = ${buyer.personId}`,
  ],
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

test("whoever wants no reminders gets none, and gets them again when they do", async () => {
  const { plan, buyer } = await aBuyerWithStep();
  await choose(plan, buyer, false);
  await live("2027-02-16T06:00:00Z", "2027-02-16T12:00:00Z");
  expect(await mails()).toHaveLength(0);
  expect(await dueOf(buyer)).toBeUndefined();

  await choose(plan, buyer, true);
  await live("2027-02-17T06:00:00Z", "2027-02-17T12:00:00Z");
  expect(await mails()).toHaveLength(1);
});

test("who holds others up is told who waits, and for what", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep({ dueOn: "2027-03-30" });
  const seller = await aParticipant(plan, {
    side: "seller",
    role: "owner",
    person: await aPerson({ name: "Lena Marsh" }),
  });
  const waiting = await aStep(plan, {
    title: "Finish the security answers",
    ownerId: seller.participantId,
    dueOn: TUESDAY,
    createdAt: longAgo,
  });
  await aDependency(plan, { stepId: waiting, predecessorId: stepId });
  await look(plan, seller);
  await live("2027-02-16T06:00:00Z", "2027-02-16T12:00:00Z");
  const all = await mails();
  // Lena can't do anything yet, so it is only Priya who hears of it.
  expect(all.map(({ to }) => to)).toEqual([buyer.email]);
  expect(all[0]?.text).toContain("Lena Marsh");
  expect(all[0]?.text).toContain("Finish the security answers");
});

test("no mail to a supplier tells anything of the committee", async () => {
  const plan = await aPlan();
  const seller = await aParticipant(plan, {
    side: "seller",
    role: "owner",
    person: await aPerson({ name: "Lena Marsh" }),
  });
  const buyer = await aParticipant(plan, {
    side: "buyer",
    role: "lead",
    person: await aPerson({ name: "Priya Raman" }),
  });
  const secret = { zone: "committee" as const, createdAt: longAgo, dueOn: TUESDAY, ownerId: buyer.participantId };
  const milestone = "Compare the other supplier";
  const mine = await aStep(plan, {
    title: "Send the price list",
    ownerId: seller.participantId,
    dueOn: TUESDAY,
    createdAt: longAgo,
  });
  const before = await aStep(plan, { ...secret, title: "Agree our walk-away price" });
  const after = await aStep(plan, { ...secret, title: "Weigh the offer against Borealis", description: milestone });
  await aDependency(plan, { stepId: mine, predecessorId: before, zone: "committee" });
  await aDependency(plan, { stepId: after, predecessorId: mine, zone: "committee" });
  await look(plan, seller);
  await look(plan, buyer);
  await live("2027-02-16T06:00:00Z", "2027-02-16T12:00:00Z");

  const all = await mails();
  const toSeller = all.find(({ to }) => to === seller.email);
  const toBuyer = all.find(({ to }) => to === buyer.email);
  expect(toSeller?.text).toContain("Send the price list");
  const words = JSON.stringify([toSeller?.props, toSeller?.subject, toSeller?.html, toSeller?.text, toSeller?.headers]);
  for (const leak of ["walk-away", "Borealis", "Priya"]) expect(words).not.toContain(leak);
  expect(toBuyer?.text).toContain("Agree our walk-away price");
});

test("a supplier isn't reminded sooner because a committee's step waits for theirs", async () => {
  const { plan, buyer } = await aBuyerWithStep({ dueOn: TUESDAY, zone: "committee" });
  const seller = await aParticipant(plan, { side: "seller", role: "owner" });
  const mine = await aStep(plan, { ownerId: seller.participantId, dueOn: "2027-04-20", createdAt: longAgo });
  const [waiting] = await owner()`select id from step where owner_id = ${buyer.participantId}`;
  await aDependency(plan, { stepId: waiting?.id, predecessorId: mine, zone: "committee" });
  await look(plan, seller);
  await live("2027-02-16T06:00:00Z", "2027-02-16T12:00:00Z");
  expect((await mails()).map(({ to }) => to)).not.toContain(seller.email);
});

test("a tick gives way to a person at work on the same step", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep();
  await live("2027-02-16T06:00:00Z", "2027-02-16T06:30:00Z");
  setClock("2027-02-16T07:10:00Z");
  await withinSystem({ kind: "system", job: "test", workspaceId: plan.workspaceId }, async (tx) => {
    await tx.execute(sql`insert into step_reminder (workspace_id, plan_id, step_id)
      values (${plan.workspaceId}, ${plan.planId}, ${stepId})`);
    await tickReminders();
  });
  expect(await mails()).toHaveLength(0);
  expect(await dueOf(buyer)).toBeDefined();
  await tickReminders();
  expect(await mails()).toHaveLength(1);
});

async function choose({ workspaceId }: TestPlan, { personId }: TestParticipant, reminders: boolean) {
  const token = new URL(preferencesLink({ workspaceId, personId })).searchParams.get("token");
  await setPreferences.run({ personId: null }, { token, reminders });
}

const localTime = (instant: Date, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" })
    .replace("T", " ");
