import { beforeEach, describe, expect, test } from "vitest";
import { holdMail, previewMails, releaseMail } from "@/server/domain/foreseen";
import { snoozeStep } from "@/server/domain/step";
import { setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aDependency } from "../support/dependency";
import { aParticipant, aPerson, aPlan, aStep, type TestParticipant, type TestPlan } from "../support/factory";
import { beginOnFriday, choose, live, look, mails, TUESDAY } from "../support/reminders";

useDatabase();
beforeEach(beginOnFriday);

const onFriday = new Date("2027-02-12T12:00:00Z");

async function aPlanOfTwo() {
  const plan = await aPlan();
  const berlin = (name: string) => aPerson({ name, timeZone: "Europe/Berlin" });
  const lead = await aParticipant(plan, { side: "buyer", role: "lead", person: await berlin("Hana Ito") });
  const seller = await aParticipant(plan, { side: "seller", role: "owner", person: await berlin("Lena Marsh") });
  const buyer = await aParticipant(plan, { side: "buyer", role: "contributor", person: await berlin("Jonas Keller") });
  const step = (title: string, dueOn: string, zone: "shared" | "committee" = "shared") =>
    aStep(plan, { title, dueOn, zone, ownerId: buyer.participantId, createdAt: onFriday });
  return { plan, lead, seller, buyer, step };
}

const reminders = <Mail extends { kind: string }>({ mails }: { mails: Mail[] }) =>
  mails.filter(({ kind }) => kind === "reminder");
const foreseen = async (who: TestParticipant, { planId }: TestPlan) =>
  reminders(await previewMails.run(who, { planId })).map(({ day, steps }) => [day, steps.map(({ title }) => title)]);
const sentTo = async ({ email }: TestParticipant) =>
  (await mails())
    .filter(({ to, state }) => to === email && state === "sent")
    .map(({ props }) => [props.today, props.steps.map(({ title }: { title: string }) => title)]);
const everyMorning = (from: string, to: string) => live(`${from}T07:10:00Z`, `${to}T07:10:00Z`, 24 * 60);

test("what the lead foresees is what goes out", async () => {
  const { plan, lead, buyer, step } = await aPlanOfTwo();
  await step("Name who signs", TUESDAY);
  await step("Weigh the offer", "2027-02-18", "committee");
  const second = await step("Read the draft", "2027-02-23");
  await snoozeStep.run(buyer, { planId: plan.planId, stepId: second, until: "2027-02-25" });
  const held = await step("Sign it", "2027-02-17");
  await aDependency(plan, { stepId: held, predecessorId: second });
  await look(plan, buyer);
  const before = await foreseen(lead, plan);
  expect(before).toEqual([
    ["2027-02-15", ["Weigh the offer"]],
    ["2027-02-16", ["Name who signs"]],
    ["2027-02-18", ["Name who signs", "Weigh the offer"]],
    ["2027-02-22", ["Weigh the offer"]],
    ["2027-02-23", ["Name who signs"]],
    ["2027-02-25", ["Weigh the offer", "Read the draft"]],
  ]);
  await everyMorning("2027-02-13", "2027-02-26");
  const told = (await sentTo(buyer)).map(([day, titles]) => [day, new Set(titles)]);
  for (const [at, [day, titles]] of before.entries()) {
    expect(told[at]?.[0]).toBe(day);
    for (const title of titles ?? []) expect(told[at]?.[1]).toContain(title);
  }
  expect(told).toHaveLength(before.length);
});

describe("the supplier", () => {
  test("foresees neither a committee's step nor a day that only such a step causes", async () => {
    const { plan, seller, lead, step } = await aPlanOfTwo();
    await step("Agree our walk-away price", "2027-02-17", "committee");
    await step("Name who signs", "2027-02-26");
    expect((await foreseen(lead, plan)).length).toBeGreaterThan(2);
    expect(await foreseen(seller, plan)).toEqual([
      ["2027-02-23", ["Name who signs"]],
      ["2027-02-26", ["Name who signs"]],
    ]);
    const asTold = JSON.stringify(await previewMails.run(seller, { planId: plan.planId }));
    expect(asTold).not.toContain("walk-away");
  });

  test("foresees the same whether or not the committee has steps of its own", async () => {
    const { plan, seller, buyer, step } = await aPlanOfTwo();
    const shared = await step("Name who signs", TUESDAY);
    await look(plan, buyer);
    const without = await previewMails.run(seller, { planId: plan.planId });
    const first = await step("Agree on it among us", TUESDAY, "committee");
    const later = await step("Tell the board", "2027-02-15", "committee");
    await aDependency(plan, { stepId: shared, predecessorId: first, zone: "committee" });
    await aDependency(plan, { stepId: later, predecessorId: shared, zone: "committee" });
    expect(await previewMails.run(seller, { planId: plan.planId })).toEqual(without);
    await everyMorning("2027-02-13", "2027-02-15");
    setClock("2027-02-12T15:00:00Z");
    expect(await previewMails.run(seller, { planId: plan.planId })).toEqual(without);
  });

  test("holds back what they see, and what they don't see goes its way", async () => {
    const { plan, seller, buyer, step } = await aPlanOfTwo();
    await step("Name who signs", TUESDAY);
    await step("Agree our walk-away price", TUESDAY, "committee");
    await look(plan, buyer);
    await holdMail.run(seller, { planId: plan.planId, participantId: buyer.participantId, day: TUESDAY });
    await everyMorning("2027-02-13", "2027-02-18");
    expect(await sentTo(buyer)).toEqual([
      ["2027-02-16", ["Agree our walk-away price"]],
      ["2027-02-18", ["Name who signs", "Agree our walk-away price"]],
    ]);
  });

  test("cannot hold, nor hear of a hold on, a day that only a committee's step causes", async () => {
    const { plan, seller, lead, buyer, step } = await aPlanOfTwo();
    await step("Agree our walk-away price", TUESDAY, "committee");
    const day = { planId: plan.planId, participantId: buyer.participantId, day: TUESDAY };
    await expect(holdMail.run(seller, day)).rejects.toMatchObject({ code: "not_found" });
    await holdMail.run(lead, day);
    await expect(releaseMail.run(seller, day)).rejects.toMatchObject({ code: "not_found" });
    const told = await owner()`select zone::text from event where kind = 'reminder.held' and plan_id = ${plan.planId}`;
    expect(told).toMatchObject([{ zone: "committee" }]);
  });
});

test("a held reminder does not go out, its day is let go, and it is shown until it is released", async () => {
  const { plan, lead, buyer, step } = await aPlanOfTwo();
  await step("Name who signs", TUESDAY);
  await look(plan, buyer);
  const day = { planId: plan.planId, participantId: buyer.participantId, day: TUESDAY };
  const held = reminders(await holdMail.run(lead, day));
  expect(held[0]).toMatchObject({ day: TUESDAY, heldByName: "Hana Ito", steps: [{ isHeld: true }] });
  await everyMorning("2027-02-13", "2027-02-17");
  expect(await sentTo(buyer)).toEqual([]);
  await everyMorning("2027-02-18", "2027-02-19");
  expect(await sentTo(buyer)).toEqual([["2027-02-18", ["Name who signs"]]]);

  const next = { ...day, day: "2027-02-23" };
  await holdMail.run(lead, next);
  const released = reminders(await releaseMail.run(lead, next));
  expect(released[0]).toMatchObject({ day: "2027-02-23", heldByName: null, steps: [{ isHeld: false }] });
  await everyMorning("2027-02-20", "2027-02-24");
  expect((await sentTo(buyer)).map(([on]) => on)).toEqual(["2027-02-18", "2027-02-23"]);
});

test("released in its own morning, a reminder still goes out", async () => {
  const { plan, lead, buyer, step } = await aPlanOfTwo();
  await step("Name who signs", TUESDAY);
  await look(plan, buyer);
  const day = { planId: plan.planId, participantId: buyer.participantId, day: TUESDAY };
  await holdMail.run(lead, day);
  await live("2027-02-16T06:30:00Z", "2027-02-16T07:30:00Z");
  expect(await sentTo(buyer)).toEqual([]);
  setClock("2027-02-16T07:40:00Z");
  await releaseMail.run(lead, day);
  await live("2027-02-16T07:45:00Z", "2027-02-16T08:30:00Z");
  expect((await sentTo(buyer)).map(([on]) => on)).toEqual([TUESDAY]);
});

test("whoever wants no reminders is not listed", async () => {
  const { plan, lead, buyer, step } = await aPlanOfTwo();
  await step("Name who signs", TUESDAY);
  await choose(plan, buyer, false);
  expect(await foreseen(lead, plan)).toEqual([]);
});
