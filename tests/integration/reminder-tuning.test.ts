import { beforeEach, expect, test } from "vitest";
import { now, stepLink } from "@/server/domain/_kernel";
import { previewStepLink } from "@/server/domain/access";
import { readStepReminders, setCadence } from "@/server/domain/reminder";
import { editStep, setStepCadence, snoozeStep } from "@/server/domain/step";
import { setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aParticipant, aPerson, aPlan, aStep } from "../support/factory";
import { aBuyerWithStep, beginOnFriday, live, longAgo, look, mails, TUESDAY } from "../support/reminders";

useDatabase();
beforeEach(beginOnFriday);

const daysOf = async () => (await mails()).map(({ props }) => props.today as string);
const everyMorning = (from: string, to: string) => live(`${from}T07:10:00Z`, `${to}T07:10:00Z`, 24 * 60);

test("who puts a step off hears of it on that day, and the others see until when", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep();
  const shown = await snoozeStep.run(buyer, { planId: plan.planId, stepId, until: "2027-02-24" });
  expect(shown.snoozedUntil).toBe("2027-02-24");
  await everyMorning("2027-02-13", "2027-03-04");
  // The Wednesday that was chosen; then the cadence goes on: a week after its fifth day.
  expect(await daysOf()).toEqual(["2027-02-24", "2027-03-02"]);
});

test("another date, or another owner, ends putting off", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep();
  const here = { planId: plan.planId, stepId };
  await snoozeStep.run(buyer, { ...here, until: "2027-03-30" });
  const moved = await editStep.run(buyer, { ...here, set: { dueOn: "2027-02-18" }, base: { dueOn: TUESDAY } });
  expect(moved.snoozedUntil).toBeNull();
  await everyMorning("2027-02-13", "2027-02-19");
  expect(await daysOf()).toEqual(["2027-02-15", "2027-02-18"]);

  await snoozeStep.run(buyer, { ...here, until: "2027-03-30" });
  const other = await aParticipant(plan, { side: "buyer", role: "contributor" });
  const given = { set: { ownerId: other.participantId }, base: { ownerId: buyer.participantId } };
  expect((await editStep.run(buyer, { ...here, ...given })).snoozedUntil).toBeNull();
});

test("only its owner puts a step off, and only to a day that comes within a year", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep();
  const here = { planId: plan.planId, stepId };
  const lead = await aParticipant(plan, { side: "buyer", role: "lead" });
  await expect(snoozeStep.run(lead, { ...here, until: "2027-02-24" })).rejects.toMatchObject({ code: "not_yours" });
  for (const until of ["2027-02-12", "2026-01-01", "2031-01-01"]) {
    await expect(snoozeStep.run(buyer, { ...here, until })).rejects.toMatchObject({ code: "invalid" });
  }
  expect((await snoozeStep.run(buyer, { ...here, until: "2027-02-13" })).snoozedUntil).toBe("2027-02-13");
  expect((await snoozeStep.run(buyer, { ...here, until: null })).snoozedUntil).toBeNull();
  const told =
    await owner()`select kind, zone, after->>'until' as until from event where subject_id = ${stepId} order by seq`;
  expect(told).toMatchObject([{ until: "2027-02-13" }, { until: null }]);
});

test("a step that stands still after the most reminders is not put off, and goes on standing still", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep();
  await everyMorning("2027-02-11", "2027-03-20");
  const stalled = () => owner()`select stalled_on::text from step_reminder where step_id = ${stepId}`;
  expect(await stalled()).toMatchObject([{ stalled_on: expect.any(String) }]);
  const sent = (await mails()).length;

  setClock("2027-03-20T12:00:00Z");
  await expect(snoozeStep.run(buyer, { planId: plan.planId, stepId, until: "2027-04-07" })).rejects.toMatchObject({
    code: "most_reminders",
  });
  await everyMorning("2027-03-21", "2027-03-24");
  expect(await stalled()).toMatchObject([{ stalled_on: expect.any(String) }]);
  expect(await mails()).toHaveLength(sent);
});

test("a last reminder offers to come once more, and does, until six have come", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep();
  const here = { planId: plan.planId, stepId };
  await setStepCadence.run(buyer, { ...here, cadence: { days: [0], weekly: false, most: 1 } });
  await everyMorning("2027-02-16", "2027-02-20");
  const later = async () => (await mails()).map(({ props }) => props.steps[0].laterUrl !== null);
  expect(await later()).toEqual([true]);
  await snoozeStep.run(buyer, { ...here, until: "2027-02-24" });
  await everyMorning("2027-02-21", "2027-03-10");
  expect(await daysOf()).toEqual([TUESDAY, "2027-02-24"]);

  await owner()`update step_reminder set sent = 5 where step_id = ${stepId}`;
  await snoozeStep.run(buyer, { ...here, until: "2027-03-15" });
  await everyMorning("2027-03-11", "2027-03-16");
  expect(await daysOf()).toEqual([TUESDAY, "2027-02-24", "2027-03-15"]);
  expect(await later()).toEqual([true, true, false]);
});

test("tomorrow is the reader's own, in the app as behind a mail's link", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep({ timeZone: "America/Los_Angeles" });
  // In Berlin, where the plan is, it is Saturday.
  setClock("2027-02-13T02:00:00Z");
  const here = { planId: plan.planId, stepId };
  const token = new URL(
    stepLink(
      { workspaceId: plan.workspaceId, ...here, participantId: buyer.participantId, zone: "shared" },
      now(),
      "later",
    ),
  ).searchParams.get("token");
  const shown = await previewStepLink.run({ personId: null }, { token });
  expect(shown).toMatchObject({ state: "open", today: "2027-02-12" });
  expect((await snoozeStep.run(buyer, { ...here, until: "2027-02-13" })).snoozedUntil).toBe("2027-02-13");
  await expect(snoozeStep.run(buyer, { ...here, until: "2027-02-12" })).rejects.toMatchObject({ code: "invalid" });
});

test("a reminder that was queued is not sent when its step is put off meanwhile", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep();
  setClock("2027-02-16T07:10:00Z");
  const { tickReminders } = await import("@/server/domain/reminder");
  await tickReminders();
  await snoozeStep.run(buyer, { planId: plan.planId, stepId, until: "2027-02-24" });
  const { deliver } = await import("../support/reminders");
  await deliver();
  expect((await mails()).map(({ state }) => state)).toEqual(["skipped"]);
});

test("a workspace's cadence holds for its plans, a template's for those of that template, a step's for itself", async () => {
  const plan = await aPlan({ templateKey: null });
  const { workspaceId } = plan;
  const workspace = { workspaceId, slug: "", name: "", owner: plan.owner };
  const ofTemplate = await aPlan({ workspace, templateKey: "software" });
  const [key] = (await import("@/server/domain/template")).starters;
  await owner()`update plan set template_key = ${key?.key ?? ""} where id = ${ofTemplate.planId}`;
  await setCadence.run(plan.owner, {
    ...{ workspaceId, templateKey: null, cadence: { days: [0], weekly: false, most: 6 } },
  });
  await setCadence.run(plan.owner, { workspaceId, templateKey: key?.key, cadence: "off" });

  const buyer = await aParticipant(plan, { side: "buyer", role: "contributor" });
  const again = await aParticipant(ofTemplate, { side: "buyer", role: "contributor", person: buyer });
  const dated = { dueOn: TUESDAY, createdAt: longAgo };
  await aStep(plan, { ...dated, title: "As the workspace", ownerId: buyer.participantId });
  const own = await aStep(plan, { ...dated, title: "Its own way", ownerId: buyer.participantId });
  await aStep(ofTemplate, { ...dated, title: "Never", ownerId: again.participantId });
  await setStepCadence.run(buyer, {
    ...{ planId: plan.planId, stepId: own, cadence: { days: [0, 1], weekly: false, most: 6 } },
  });
  await look(plan, buyer);
  await everyMorning("2027-02-13", "2027-03-12");

  const told = (await mails()).map(({ props }) => [
    props.today,
    props.steps.map(({ title, isLast }: { title: string; isLast: boolean }) => `${title}${isLast ? ", last" : ""}`),
  ]);
  expect(told).toEqual([
    ["2027-02-16", ["As the workspace, last", "Its own way"]],
    ["2027-02-17", ["Its own way, last", "As the workspace"]],
  ]);
  const { own: chosen, usual } = await readStepReminders.run(buyer, { planId: plan.planId, stepId: own });
  expect(chosen).toEqual({ days: [0, 1], weekly: false, most: 6 });
  expect(usual).toEqual({ days: [0], weekly: false, most: 6 });
});

test("another cadence sends nothing of what has passed under it", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep();
  const { workspaceId, planId } = plan;
  await setCadence.run(plan.owner, { workspaceId, templateKey: null, cadence: "off" });
  await everyMorning("2027-02-13", "2027-02-18");
  expect(await mails()).toHaveLength(0);

  setClock("2027-02-18T12:00:00Z");
  await setCadence.run(plan.owner, { workspaceId, templateKey: null, cadence: null });
  await everyMorning("2027-02-19", "2027-02-22");
  expect(await mails()).toHaveLength(0);
  setClock("2027-02-22T12:00:00Z");
  await setStepCadence.run(buyer, { planId, stepId, cadence: { days: [0, 3, 10], weekly: false, most: 6 } });
  await everyMorning("2027-02-23", "2027-03-12");
  expect(await daysOf()).toEqual(["2027-03-02"]);
});

test("until a person's zone is known, their address's country says when their morning is", async () => {
  const plan = await aPlan({ country: "DE", timeZone: "Europe/Berlin" });
  const person = await aPerson({ email: `ken.${Date.now()}@hoshino.jp` });
  const buyer = await aParticipant(plan, { side: "buyer", role: "contributor", person });
  await aStep(plan, { ownerId: buyer.participantId, dueOn: TUESDAY, createdAt: longAgo });
  await look(plan, buyer);
  await live("2027-02-15T20:00:00Z", "2027-02-16T12:00:00Z");
  expect((await mails())[0]?.sent_at.toISOString()).toMatch(/^2027-02-15T23:00/);
});

test("a zone that this runtime no longer knows gives way to the address, then to the plan", async () => {
  const plan = await aPlan({ country: "DE", timeZone: "Europe/Berlin" });
  const person = await aPerson({ timeZone: "Mars/Olympus" });
  const buyer = await aParticipant(plan, { side: "buyer", role: "contributor", person });
  await aStep(plan, { ownerId: buyer.participantId, dueOn: TUESDAY, createdAt: longAgo });
  await look(plan, buyer);
  await live("2027-02-16T05:00:00Z", "2027-02-16T12:00:00Z");
  expect((await mails())[0]?.sent_at.toISOString()).toMatch(/^2027-02-16T07:00/);
});
