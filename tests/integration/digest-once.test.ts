import { afterEach, beforeEach, expect, test } from "vitest";
import { tellPeople, tickDigests } from "@/server/domain/notification";
import { editSelf } from "@/server/domain/person";
import { editPlan } from "@/server/domain/plan";
import { moveClock, setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import {
  aPlanOf,
  beginOnWednesday,
  digests,
  MONDAY,
  NEXT_MONDAY,
  news,
  plansIn,
  theOneDigest,
  tick,
} from "../support/digests";
import { aPerson } from "../support/factory";
import { deliver } from "../support/reminders";
import { endWorkers, startWorker, until } from "../support/worker";

useDatabase();

let acme: Awaited<ReturnType<typeof beginOnWednesday>>;
beforeEach(async () => {
  acme = await beginOnWednesday();
});
afterEach(endWorkers);

test("each plan goes on from where it was told last", async () => {
  const orders = await aPlanOf(acme, "New orders");
  const rota = await aPlanOf(acme, "Paper rota");
  await news(orders, "Answer the questions");
  await news(rota, "Load test");
  await tick(MONDAY);
  await owner()`delete from mail`;
  setClock("2027-02-17T09:00:00Z");
  await news(rota, "Second load test");
  await tick(NEXT_MONDAY);
  await deliver();
  const { text, ...mail } = await theOneDigest();
  expect(mail.subject).toMatch(/^Paper rota, /);
  expect(text).toMatch(/Second load test.*on “New orders”/s);
  expect(text).not.toMatch(/finished “(Load test|Answer the questions)”/);
});

/** Where Dana is, only her plans tell. */
async function travel() {
  acme = { ...acme, dana: await aPerson({ name: "Dana Kim", timeZone: null, locale: "en" }) };
}

test("plans that fall due by clocks of their own come in one mail, by that of the oldest", async () => {
  await travel();
  const berlin = await aPlanOf(acme, "Berlin", { plan: { timeZone: "Europe/Berlin", country: "DE" } });
  const tokyo = await aPlanOf(acme, "Tokyo", { plan: { timeZone: "Asia/Tokyo", country: "JP" } });
  await owner()`update plan set created_at = '2026-01-01' where id = ${berlin.planId}`;
  for (const plan of [berlin, tokyo]) await news(plan, "Load test");
  for (const moment of ["2027-02-14T23:35:00Z", MONDAY, "2027-02-15T08:30:00Z", "2027-02-16T07:35:00Z"])
    await tick(moment);
  expect(plansIn(await theOneDigest()).sort()).toEqual(["Berlin", "Tokyo"]);
});

test("whose clock is another before Monday has it on that clock's Monday morning", async () => {
  const plan = await aPlanOf(acme, "New orders");
  await news(plan, "Count the orders");
  await editSelf.run(acme.dana, { timeZone: "Asia/Tokyo" });
  await tick("2027-02-13T09:00:00Z");
  expect(await digests()).toEqual([]);
  await tick("2027-02-14T23:35:00Z");
  expect(plansIn(await theOneDigest())).toEqual(["New orders"]);
});

test("whoever had it in Tokyo and is in New York before Monday begins there has the rest a week later", async () => {
  acme = { ...acme, dana: await aPerson({ name: "Dana Kim", timeZone: "Asia/Tokyo", locale: "en" }) };
  const plan = await aPlanOf(acme, "New orders");
  await news(plan, "Count the orders");
  await tick("2027-02-14T23:35:00Z");
  await deliver();
  setClock("2027-02-15T00:30:00Z");
  await news(plan, "Load test");
  await editSelf.run(acme.dana, { timeZone: "America/New_York" });
  for (const moment of ["2027-02-15T00:31:00Z", "2027-02-15T13:35:00Z", "2027-02-16T13:35:00Z"]) await tick(moment);
  expect((await theOneDigest()).text).not.toContain("Load test");
  await owner()`delete from mail`;
  await tick("2027-02-22T13:35:00Z");
  await deliver();
  expect((await theOneDigest()).text).toContain("finished “Load test”");
});

test("a plan that goes to another country is told on that country's Monday morning", async () => {
  await travel();
  const plan = await aPlanOf(acme, "New orders");
  await news(plan, "Count the orders");
  await editPlan.run(plan.dana, { planId: plan.planId, set: { country: "JP" }, base: { country: "DE" } });
  await tellPeople();
  await tick("2027-02-13T09:00:00Z");
  await tick("2027-02-14T23:35:00Z");
  expect(plansIn(await theOneDigest())).toEqual(["New orders"]);
});

test("a plan that she does not hear of leaves the morning to the others", async () => {
  await travel();
  const tokyo = await aPlanOf(acme, "Tokyo", { plan: { timeZone: "Asia/Tokyo", country: "JP" } });
  const berlin = await aPlanOf(acme, "Berlin", { plan: { timeZone: "Europe/Berlin", country: "DE" } });
  await owner()`update plan set created_at = '2026-01-01' where id = ${tokyo.planId}`;
  await owner()`insert into notification_choice ${owner()({ person_id: acme.dana.personId, plan_id: tokyo.planId, kind: "digest", choice: "off", changed_at: new Date() })}`;
  for (const plan of [berlin, tokyo]) await news(plan, "Load test");
  await tick("2027-02-14T23:35:00Z");
  expect(await digests()).toEqual([]);
  await tick(MONDAY);
  expect(plansIn(await theOneDigest())).toEqual(["Berlin"]);
});

test("when the plan whose calendar counted goes, another's that begins this week later brings no second one", async () => {
  await travel();
  const berlin = await aPlanOf(acme, "Berlin", { plan: { timeZone: "Europe/Berlin", country: "DE" } });
  const boston = await aPlanOf(acme, "Boston", { plan: { timeZone: "America/New_York", country: "US" } });
  await owner()`update plan set created_at = '2026-01-01' where id = ${berlin.planId}`;
  for (const plan of [berlin, boston]) await news(plan, "Load test");
  await tick(MONDAY);
  await owner()`update plan set removed_at = now() where id = ${berlin.planId}`;
  const presidentsDayIsOver = "2027-02-16T14:00:00Z";
  setClock(presidentsDayIsOver);
  await news(boston, "Second load test");
  await owner()`update digest_due set due_at = ${new Date(presidentsDayIsOver)}`;
  await tickDigests();
  expect(await digests()).toHaveLength(1);
});

test("a plan that comes too late for this Monday's mail is told in the next, from its beginning", async () => {
  await news(await aPlanOf(acme, "New orders"), "Answer the questions");
  await tick(MONDAY);
  const late = await aPlanOf(acme, "Paper rota");
  await news(late, "Load test");
  await owner()`update digest_due set due_at = ${new Date(MONDAY)} where plan_id = ${late.planId}`;
  moveClock({ minutes: 5 });
  await tickDigests();
  expect(plansIn(await theOneDigest())).toEqual(["New orders"]);
  await owner()`delete from mail`;
  await tick(NEXT_MONDAY);
  await deliver();
  expect((await theOneDigest()).text).toContain("finished “Load test”");
});

test.each([1, 4])(
  "%i that can't be told are left out in the end, so that the others are, and are told when they can be",
  async (count) => {
    const orders = await aPlanOf(acme, "New orders");
    const broken = [];
    while (broken.length < count) broken.push(await aPlanOf(acme, `Paper rota ${broken.length + 1}`));
    await news(orders, "Answer the questions");
    for (const plan of broken) await news(plan, "Load test");
    await owner().unsafe(`create function trouble() returns trigger language plpgsql as $$ begin
    if new.plan_id <> '${orders.planId}' and new.told_until <> old.told_until then raise exception 'no such week'; end if; return new; end $$`);
    await owner().unsafe("create trigger trouble before update on digest_due for each row execute function trouble()");
    await tick(MONDAY);
    expect(await digests()).toEqual([]);
    for (let tries = 0; tries < 2; tries += 1) {
      moveClock({ minutes: 11 });
      await tickDigests();
    }
    expect(plansIn(await theOneDigest())).toEqual(["New orders"]);
    await owner().unsafe("drop trigger trouble on digest_due; drop function trouble; delete from mail");
    await tick(NEXT_MONDAY);
    await deliver();
    expect((await theOneDigest()).text).toContain("finished “Load test”");
  },
);

test("one that was queued when each plan had a mail of its own leaves as it would have then", async () => {
  const orders = await aPlanOf(acme, "New orders");
  await news(orders, "Answer the questions");
  await tick(MONDAY);
  const {
    plans: [section],
    quiet,
    ...reader
  } = (await theOneDigest()).props;
  expect(quiet).toEqual([]);
  await owner()`update mail set props = ${owner().json({ ...reader, ...section })}`;
  await deliver();
  expect(await theOneDigest()).toMatchObject({ state: "sent", subject: "New orders, the week ahead: nothing due" });
});

test("a worker killed while it writes the mail has told nothing: another tells all of it, once", {
  timeout: 60_000,
}, async () => {
  const plans = [await aPlanOf(acme, "New orders"), await aPlanOf(acme, "Paper rota")];
  for (const plan of plans) await news(plan, "Load test");
  await owner().unsafe(
    "create function hold() returns trigger language plpgsql as $$ begin perform pg_sleep(20); return new; end $$",
  );
  await owner().unsafe(
    "create trigger hold before insert on mail for each row when (new.template = 'digest') execute function hold()",
  );
  const toldUntil = async () =>
    (await owner()`select told_until from digest_due order by plan_id`).map((row) => row.told_until.getTime());
  const before = await toldUntil();
  setClock(MONDAY);
  const worker = await startWorker({ REMINDER_TICK_SECONDS: "3600" });
  const asleep = () =>
    owner()`select pid from pg_stat_activity where query like '%insert into "mail"%' and wait_event = 'PgSleep'`;
  const held = await until(asleep, (rows) => rows.length > 0, 20);
  await worker.end("SIGKILL");
  for (const { pid } of held) await owner()`select pg_terminate_backend(${pid})`;
  expect(await digests()).toEqual([]);
  expect(await toldUntil()).toEqual(before);
  await owner().unsafe("drop trigger hold on mail; drop function hold");
  setClock(MONDAY);
  await until(
    async () => {
      await Promise.all([tickDigests(), tickDigests(), tickDigests()]);
      return digests();
    },
    (rows) => rows.length > 0,
    20,
  );
  await deliver();
  const mail = await theOneDigest();
  expect(mail.state).toBe("sent");
  expect(plansIn(mail).sort()).toEqual(["New orders", "Paper rota"]);
});
