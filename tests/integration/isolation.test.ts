import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashOf, newId } from "@/server/domain/_kernel";
import { owner, useDatabase } from "../support/database";
import { aPlan, aStep } from "../support/factory";
import { aFullPlan, type FullPlan } from "../support/full-plan";
import { connectAs, type Sight, seeing } from "../support/roles";
import { asBuyer, asJob, asMember, asSeller } from "../support/sights";
import { keptForever, tablesOfReminders, tablesOfService, tenantColumn, tenantTables } from "../support/tables";

useDatabase();

let ours: FullPlan;
let theirs: FullPlan;
let app: Sql;
let service: Sql;
let tables: string[];

beforeAll(async () => {
  ours = await aFullPlan();
  theirs = await aFullPlan();
  app = connectAs("throughline_app");
  service = connectAs("throughline_service");
  tables = await tenantTables();
});

afterAll(() => Promise.all([app?.end(), service?.end()]));

const readableByApp = () => tables.filter((table) => !tablesOfService.includes(table));
const confinedForService = () => tables.filter((table) => !tablesOfReminders.includes(table));

const countIn = async (sql: Sql, sight: Sight, table: string, foreign = "") =>
  seeing(sql, sight, async (tx) => {
    const whose = foreign ? tx`where ${tx(tenantColumn(table))} <> ${foreign}` : tx``;
    const [row] = await tx<{ count: number }[]>`select count(*)::int from ${tx(table)} ${whose}`;
    return row?.count ?? -1;
  });

test("each tenant table has rows of both tenants, so that what follows can fail", async () => {
  for (const table of tables) {
    for (const { plan } of [ours, theirs]) {
      const [row] =
        await owner()`select count(*)::int from ${owner()(table)} where ${owner()(tenantColumn(table))} = ${plan.workspaceId}`;
      expect.soft(row?.count, table).toBeGreaterThan(0);
    }
  }
});

describe("with nothing set", () => {
  test("the application's role sees no row of any table", async () => {
    for (const table of readableByApp()) expect.soft(await countIn(app, {}, table), table).toBe(0);
  });

  test("the service's role sees no tenant's row", async () => {
    for (const table of confinedForService()) expect.soft(await countIn(service, {}, table), table).toBe(0);
  });

  test("what belongs to nobody is closed to the application's role", async () => {
    for (const table of [
      "person",
      "sign_in",
      "account",
      "mail",
      "rate_limit",
      "notification_choice",
      ...tablesOfService,
    ]) {
      await expect(countIn(app, {}, table), table).rejects.toMatchObject({ code: "42501" });
    }
  });

  test("of the sessions the application's role sees the one whose token's hash it brings, and only whose it is", async () => {
    const { personId } = ours.buyer.lead;
    const rows = [personId, theirs.buyer.lead.personId].map((user_id) => ({
      ...{ id: newId(), user_id, session_token: hashOf(newId()), expires: new Date("2100-01-01") },
    }));
    await owner()`insert into session ${owner()(rows)}`;
    const [mine] = rows;
    const seen = (secret: string) =>
      app.begin(async (tx) => {
        await tx`select set_config('app.secret', ${secret}, true)`;
        return [...(await tx`select user_id from session`)];
      });
    expect(await seen("")).toEqual([]);
    expect(await seen(hashOf("another"))).toEqual([]);
    expect(await seen(mine?.session_token ?? "")).toEqual([{ user_id: personId }]);
    for (const statement of ["select device from session", "update session set expires = now()", "delete from session"])
      await expect(app.unsafe(statement), statement).rejects.toMatchObject({ code: "42501" });
  });

  test("nothing can be written", async () => {
    const row = { workspace_id: ours.plan.workspaceId, id: newId(), name: "x", email: "x@people.test", role: "owner" };
    for (const sql of [app, service]) {
      await expect(seeing(sql, {}, (tx) => tx`insert into member ${tx(row)}`)).rejects.toMatchObject({ code: "42501" });
      expect((await seeing(sql, {}, (tx) => tx`update member set role = 'owner'`)).count).toBe(0);
      expect((await seeing(sql, {}, (tx) => tx`delete from step_dependency`)).count).toBe(0);
      await expect(seeing(sql, {}, (tx) => tx`delete from plan`)).rejects.toMatchObject({ code: "42501" });
    }
  });
});

describe("with a tenant set", () => {
  const sights = { seller: asSeller, buyer: asBuyer, member: asMember, job: asJob };

  test.each(Object.entries(sights))("a %s sees own rows and none of another tenant's", async (_, sight) => {
    let own = 0;
    for (const table of readableByApp()) {
      expect.soft(await countIn(app, sight(ours), table, ours.plan.workspaceId), table).toBe(0);
      own += await countIn(app, sight(ours), table);
    }
    for (const table of confinedForService()) {
      expect.soft(await countIn(service, sight(ours), table, ours.plan.workspaceId), table).toBe(0);
    }
    expect(own).toBeGreaterThan(20);
  });

  test.each(Object.entries(sights))("a %s changes and deletes none of another tenant's", async (_, sight) => {
    for (const table of readableByApp()) {
      const column = tenantColumn(table);
      const change = seeing(
        app,
        sight(ours),
        (tx) =>
          tx`update ${tx(table)} set ${tx(column)} = ${tx(column)} where ${tx(column)} = ${theirs.plan.workspaceId}`,
      );
      if (table === "event") await expect(change).rejects.toMatchObject({ code: "42501" });
      else expect.soft((await change).count, table).toBe(0);

      const remove = seeing(
        app,
        sight(ours),
        (tx) => tx`delete from ${tx(table)} where ${tx(column)} = ${theirs.plan.workspaceId}`,
      );
      if (keptForever.includes(table)) await expect(remove, table).rejects.toMatchObject({ code: "42501" });
      else expect.soft((await remove).count, table).toBe(0);
    }
  });

  test.each(Object.entries(sights))(
    "a %s cannot write into another tenant, nor hand a row over to it",
    async (_, sight) => {
      const step = { title: "x", position: "a0", milestone_id: newId(), id: newId() };
      const there = { workspace_id: theirs.plan.workspaceId, plan_id: theirs.plan.planId };
      await expect(
        seeing(app, sight(ours), (tx) => tx`insert into step ${tx({ ...step, ...there })}`),
      ).rejects.toMatchObject({
        code: "42501",
      });
      await expect(
        seeing(
          app,
          sight(ours),
          (tx) => tx`update criterion set workspace_id = ${there.workspace_id} where zone = 'shared'`,
        ),
      ).rejects.toMatchObject({ code: "42501" });
    },
  );

  test("a workspace that is not the plan's shows nothing of the plan", async () => {
    const mixed = { ...asSeller(ours), plan_id: theirs.plan.planId };
    for (const table of ["plan", "step", "milestone", "event", "criterion", "participant", "problem", "cost_line"]) {
      expect.soft(await countIn(app, mixed, table), table).toBe(0);
    }
  });

  test.each([
    ["a made-up tenant", { workspace_id: newId(), side: "seller" }],
    ["no side", () => ({ workspace_id: ours.plan.workspaceId, side: "" })],
    ["a side that there isn't", () => ({ workspace_id: ours.plan.workspaceId, side: "owner" })],
    ["a buyer without a plan", () => ({ workspace_id: ours.plan.workspaceId, side: "buyer" })],
  ])("with %s no plan is open", async (_, sight) => {
    const set = typeof sight === "function" ? sight() : sight;
    for (const table of [
      "plan",
      "step",
      "event",
      "criterion",
      "option",
      "score",
      "score_sheet",
      "problem",
      "cost_line",
    ]) {
      expect.soft(await countIn(app, set, table), table).toBe(0);
    }
  });

  test("a setting that is no id is an error, not an opening", async () => {
    const sight = { workspace_id: "' or true --", side: "system" };
    await expect(countIn(app, sight, "plan")).rejects.toMatchObject({ code: "22P02" });
  });

  test("in one plan's transaction the tenant's other plans are shut", async () => {
    const second = await aPlan({ workspace: ours.workspace });
    await aStep(second);
    for (const sight of [asSeller(ours), asBuyer(ours)]) {
      for (const table of ["plan", "step", "milestone", "problem", "option", "plan_stream"]) {
        const seen = await seeing(
          app,
          sight,
          (tx) => tx`select * from ${tx(table)} where ${tx(table === "plan" ? "id" : "plan_id")} = ${second.planId}`,
        );
        expect.soft(seen.length, table).toBe(0);
      }
    }
  });
});
