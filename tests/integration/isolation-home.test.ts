import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readHome } from "@/server/domain/person";
import { owner, useDatabase } from "../support/database";
import { aParticipant, aPerson, aStep, type TestPerson } from "../support/factory";
import { aFullPlan, type FullPlan } from "../support/full-plan";
import { connectAs, seeing } from "../support/roles";

useDatabase();

let bought: FullPlan;
let sold: FullPlan;
let foreign: FullPlan;
let reader: TestPerson;
let service: Sql;
let app: Sql;

// One person who buys from one tenant and sells for another: what the home page reads across tenants for them.
beforeAll(async () => {
  bought = await aFullPlan();
  sold = await aFullPlan();
  foreign = await aFullPlan();
  reader = await aPerson();
  await aParticipant(bought.plan, { side: "buyer", role: "contributor", person: reader });
  await aParticipant(sold.plan, { side: "seller", role: "editor", person: reader });
  service = connectAs("throughline_service");
  app = connectAs("throughline_app");
});
afterAll(() => Promise.all([service?.end(), app?.end()]));

const homeTables = async () => {
  const rows = await owner()`select tablename from pg_policies where policyname = tablename || '_home'`;
  return rows.map((row) => String(row.tablename)).filter((table) => table !== "workspace" && table !== "plan");
};

test("across tenants somebody sees the plans that they are on and no other, and only where homes are read", async () => {
  const tables = await homeTables();
  expect(tables).toEqual(expect.arrayContaining(["step", "milestone", "event", "participant"]));
  const mine = [bought.plan.planId, sold.plan.planId].sort();
  for (const [sql, plansInSight] of [[service, mine] as const, [app, []] as const]) {
    for (const table of tables) {
      const plans = await seeing(
        sql,
        { person_id: reader.personId },
        (tx) => tx`select distinct plan_id from ${tx(table)}`,
      );
      expect.soft(plans.map((row) => row.plan_id).sort(), table).toEqual(plansInSight);
    }
  }
});

test("on each of them, in the zones of the side that they are on there", async () => {
  for (const table of ["step", "milestone", "event", "step_dependency", "step_reminder"]) {
    const seen = await seeing(
      service,
      { person_id: reader.personId },
      (tx) => tx<{ plan_id: string; zones: string[] }[]>`
      select plan_id, array_agg(distinct zone::text order by zone::text) as zones from ${tx(table)} group by 1`,
    );
    const zonesOf = (full: FullPlan) => seen.find((row) => row.plan_id === full.plan.planId)?.zones;
    expect.soft(zonesOf(bought), table).toEqual(["committee", "shared"]);
    expect.soft(zonesOf(sold), table).toEqual(["seller", "shared"]);
  }
});

test("nothing can be written from there", async () => {
  const home = { person_id: reader.personId };
  for (const sql of [service, app]) {
    for (const table of ["step", "milestone", "participant", "plan", "problem"]) {
      const changed = await seeing(sql, home, (tx) => tx`update ${tx(table)} set version = 99`);
      expect.soft(changed.count, table).toBe(0);
      const removed = seeing(sql, home, (tx) => tx`delete from ${tx(table)}`);
      await expect(removed, table).rejects.toMatchObject({ code: "42501" });
    }
  }
});

test("what nobody shares stays out of the home's reach: costs, criteria, options, scores", async () => {
  for (const table of ["cost_line", "criterion", "option", "score", "score_sheet", "invitation"]) {
    const seen = await seeing(service, { person_id: reader.personId }, (tx) => tx`select 1 from ${tx(table)}`);
    expect.soft(seen.length, table).toBe(0);
  }
});

test("a member sees the names of their workspace's plans, and of no other's", async () => {
  const { member } = bought.members;
  const titles = await seeing(service, { person_id: member.personId }, (tx) => tx`select id from plan`);
  expect(titles.map(({ id }) => id)).toEqual([bought.plan.planId]);
});

test("once somebody is off a plan, it is gone from their home at once", async () => {
  const leaver = await aPerson();
  const seat = await aParticipant(foreign.plan, { side: "buyer", role: "contributor", person: leaver });
  await aStep(foreign.plan, { zone: "committee", title: "Ask the board", ownerId: seat.participantId });
  expect((await readHome.run(leaver, {})).mine.map(({ title }) => title)).toEqual(["Ask the board"]);
  await owner()`delete from participation where person_id = ${leaver.personId}`;
  expect(await readHome.run(leaver, {})).toMatchObject({ mine: [], others: [], plans: [] });
  const seen = await seeing(service, { person_id: leaver.personId }, (tx) => tx`select 1 from step`);
  expect(seen).toHaveLength(0);
});
