import { beforeEach, expect, test } from "vitest";
import { addCostLine, removeCostLine } from "@/server/domain/change-case";
import { setMeeting } from "@/server/domain/meeting";
import { tickDigests } from "@/server/domain/notification";
import { editPlan, readPlan } from "@/server/domain/plan";
import { tickReminders } from "@/server/domain/reminder";
import { resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aPlanOf, beginOnWednesday, MONDAY, news, tick } from "../support/digests";
import { aParticipant, aPerson, aPlan, aStep } from "../support/factory";
import { aMeeting, toldTo } from "../support/meetings";
import { beginOnFriday, dueOf, longAgo, look } from "../support/reminders";
import { aPlanWithEveryone } from "../support/standings";

useDatabase();
beforeEach(resetClock);

const toJapan = { set: { country: "JP" }, base: { country: "DE" } };

test("two people change different details of a plan and both stay; of the same one, the later is shown both", async () => {
  const { plan, seller, buyer } = await aPlanWithEveryone();
  const was = { customerName: "Nordwind Logistik", startsOn: "2026-11-02", title: "Replace the order system" };
  const edit = (who: { personId: string }, set: object) => editPlan.run(who, { planId: plan.planId, set, base: was });
  await edit(seller.owner, { customerName: "Nordwind Health" });
  expect(await edit(buyer.lead, { startsOn: "2026-11-09" })).toMatchObject({
    customerName: "Nordwind Health",
    startsOn: "2026-11-09",
  });
  await expect(edit(buyer.lead, { customerName: "Nordwind", title: "Orders without paper" })).rejects.toMatchObject({
    code: "conflict",
    details: { conflicts: [{ field: "customerName", yours: "Nordwind", theirs: "Nordwind Health" }] },
  });
  const { plan: kept } = await readPlan.run(buyer.viewer, { planId: plan.planId });
  expect(kept).toMatchObject({ customerName: "Nordwind Health", title: was.title, startsOn: "2026-11-09" });
});

test("a plan does not end before it starts, whichever end is moved", async () => {
  const { plan, seller } = await aPlanWithEveryone();
  const base = { startsOn: "2026-11-02", decidesOn: "2027-02-12" };
  const edit = (set: object) => editPlan.run(seller.owner, { planId: plan.planId, set, base });
  for (const set of [
    { decidesOn: "2026-11-01" },
    { startsOn: "2027-02-13" },
    { startsOn: "2027-03-02", decidesOn: "2027-03-01" },
  ]) {
    await expect(edit(set)).rejects.toMatchObject({ code: "ends_before_start" });
  }
  expect((await readPlan.run(seller.owner, { planId: plan.planId })).plan).toMatchObject(base);
  expect(await edit({ startsOn: "2027-02-12" })).toMatchObject({ startsOn: "2027-02-12", decidesOn: "2027-02-12" });
});

test("the currency may change until a cost is counted in it, and again once none is", async () => {
  const { plan, seller } = await aPlanWithEveryone();
  const { planId } = plan;
  const pay = (from: string, currency: string) =>
    editPlan.run(seller.owner, { planId, set: { currency }, base: { currency: from } });
  expect(await pay("EUR", "CHF")).toMatchObject({ currency: "CHF" });
  const cost = { title: "Cover for gaps", low: 100_00, likely: 200_00, high: 300_00 };
  await expect(addCostLine.run(seller.owner, { planId, currency: "EUR", ...cost })).rejects.toMatchObject({
    code: "currency_changed",
    details: { name: "CHF" },
  });
  const { id } = await addCostLine.run(seller.owner, { planId, currency: "CHF", ...cost });
  await expect(pay("CHF", "JPY")).rejects.toMatchObject({ code: "currency_in_use", details: { name: "CHF" } });
  expect(await pay("CHF", "CHF")).toMatchObject({ currency: "CHF" });
  await removeCostLine.run(seller.owner, { planId, costLineId: id });
  expect(await pay("CHF", "JPY")).toMatchObject({ currency: "JPY" });
});

test("in another country everybody on the plan is reminded by its mornings and holidays", async () => {
  await beginOnFriday();
  const plan = await aPlan();
  const seller = await aParticipant(plan, { side: "seller", role: "owner" });
  const buyer = await aParticipant(plan, { side: "buyer", role: "contributor", person: await aPerson() });
  // In Japan the Tuesday before is the Emperor’s birthday.
  const given = { ownerId: buyer.participantId, zone: "committee" as const, createdAt: longAgo };
  await aStep(plan, { ...given, dueOn: "2027-02-24" });
  await look(plan, buyer);
  await tickReminders();
  expect(await dueOf(buyer)).toEqual(new Date("2027-02-19T07:00:00Z"));

  await editPlan.run(seller, { planId: plan.planId, ...toJapan });
  await tickReminders();
  expect(await dueOf(buyer)).toEqual(new Date("2027-02-17T23:00:00Z"));
});

test("in another country its meetings are at another moment, and every calendar hears of it, also of the committee's", async () => {
  const { plan, seller, buyer, at, tell } = await aMeeting();
  await tell();
  const stepId = await aStep(plan, { kind: "meeting", dueOn: "2099-03-12", zone: "committee" });
  const when = { startsAt: "10:00", minutes: 30, place: null };
  await setMeeting.run(buyer, { ...at, stepId, set: when, base: {}, ask: [buyer.participantId] });
  await owner()`delete from graphile_worker._private_jobs`;

  await editPlan.run(seller, { planId: plan.planId, ...toJapan });
  const jobs = await owner()`select key from graphile_worker._private_jobs where key like 'meeting.tell:%' order by 1`;
  expect(jobs.map(({ key }) => key)).toEqual([`meeting.tell:${at.stepId}`, `meeting.tell:${stepId}`].sort());
  await tell();
  expect((await toldTo(seller.email)).map(({ start }) => start)).toEqual([
    "2099-03-12T13:00:00.000Z",
    "2099-03-12T05:00:00.000Z",
  ]);
});

test("in another country its week is told on that country's Monday morning", async () => {
  const acme = await beginOnWednesday();
  await owner()`update person set time_zone = null where id = ${acme.dana.personId}`;
  const orders = await aPlanOf(acme, "New orders");
  await news(orders, "Answer the questions");
  await editPlan.run(orders.dana, { planId: orders.planId, ...toJapan });
  await news(orders, "Load test");
  await tickDigests();
  const [row] = await owner()`select due_at from digest_due where plan_id = ${orders.planId}`;
  expect(row?.due_at).toEqual(new Date("2027-02-14T23:30:00Z"));
  await tick(MONDAY);
  expect(await owner()`select 1 from mail where template = 'digest'`).toHaveLength(0);
});
