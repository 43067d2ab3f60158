import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/server/domain/_kernel";
import { owner, useDatabase } from "../support/database";
import { aFullPlan, type FullPlan } from "../support/full-plan";
import { connectAs, type Sight, seeing } from "../support/roles";
import { asBuyer, asJob, asMember, asSeller } from "../support/sights";
import { zonedTables } from "../support/tables";

useDatabase();

let ours: FullPlan;
let theirs: FullPlan;
let app: Sql;
let service: Sql;

beforeAll(async () => {
  ours = await aFullPlan();
  theirs = await aFullPlan();
  app = connectAs("throughline_app");
  service = connectAs("throughline_service");
});

afterAll(() => Promise.all([app?.end(), service?.end()]));

const countIn = (sight: Sight, table: string) =>
  seeing(app, sight, (tx) => tx<{ count: number }[]>`select count(*)::int from ${tx(table)}`).then(
    (rows) => rows[0]?.count,
  );

describe("zones", () => {
  let zoned: string[];
  beforeAll(async () => {
    zoned = await zonedTables();
    expect(zoned).toContain("step");
  });

  test.each([
    ["the supplier", asSeller, "committee"],
    ["a member over all plans", asMember, "committee"],
    ["the committee", asBuyer, "seller"],
  ])("%s sees nothing of the other side's zone, in counts neither", async (_, sight, hidden) => {
    for (const table of zoned) {
      const [all] = await owner()`select count(*)::int, count(*) filter (where zone = ${hidden})::int as hidden
        from ${owner()(table)} where workspace_id = ${ours.plan.workspaceId} and plan_id = ${ours.plan.planId}`;
      const seen = await seeing(
        app,
        sight(ours),
        (tx) => tx`select count(*)::int, count(*) filter (where zone = ${hidden})::int as hidden
        from ${tx(table)} where plan_id = ${ours.plan.planId}`,
      );
      expect.soft(seen[0], table).toEqual({ count: (all?.count ?? 0) - (all?.hidden ?? 0), hidden: 0 });
    }
  });

  test("and each side sees its own", async () => {
    const oneRowASide = ["score_sheet", "option", "escalation_rule", "step_escalation", "link_use"];
    for (const table of zoned.filter((name) => !oneRowASide.includes(name))) {
      expect.soft(await countIn(asSeller(ours), table), table).toBeGreaterThan(1);
      expect.soft(await countIn(asBuyer(ours), table), table).toBeGreaterThan(1);
    }
    expect(await countIn(asBuyer(ours), "score_sheet")).toBe(1);
  });

  test.each([
    ["the supplier", asSeller, "committee"],
    ["the committee", asBuyer, "seller"],
  ])("%s can neither write into the other side's zone nor move a row there", async (_, sight, hidden) => {
    const row = {
      workspace_id: ours.plan.workspaceId,
      plan_id: ours.plan.planId,
      id: newId(),
      title: "x",
      position: "a0",
    };
    await expect(
      seeing(app, sight(ours), (tx) => tx`insert into criterion ${tx({ ...row, zone: hidden })}`),
    ).rejects.toMatchObject({ code: "42501" });
    await expect(
      seeing(app, sight(ours), (tx) => tx`update criterion set zone = ${hidden} where zone = 'shared'`),
    ).rejects.toMatchObject({ code: "42501" });
    const there = await seeing(app, sight(ours), (tx) => tx`update step set title = 'x' where zone = ${hidden}`);
    expect(there.count).toBe(0);
  });
});

describe("scores", () => {
  const scoresSeen = (sight: Sight) =>
    seeing(app, sight, (tx) => tx<{ participant_id: string }[]>`select participant_id from score`).then((rows) =>
      rows.map((row) => row.participant_id),
    );

  test("the supplier, a member and a job without the sheet's owner see none", async () => {
    for (const sight of [asSeller(ours), asMember(ours), asJob(ours)]) expect(await scoresSeen(sight)).toEqual([]);
  });

  test("of the committee, each sees their own until both have handed in", async () => {
    const { lead, contributor, viewer } = ours.buyer;
    expect(await scoresSeen(asBuyer(ours, lead))).toEqual([lead.participantId]);
    expect(await scoresSeen(asBuyer(ours, contributor))).toEqual([contributor.participantId]);
    expect(await scoresSeen(asBuyer(ours, viewer))).toEqual([]);

    const sheet = { workspace_id: ours.plan.workspaceId, plan_id: ours.plan.planId, submitted_at: new Date() };
    await owner()`insert into score_sheet ${owner()({ ...sheet, participant_id: contributor.participantId })}`;
    const both = [lead.participantId, contributor.participantId].sort();
    expect((await scoresSeen(asBuyer(ours, lead))).sort()).toEqual(both);
    expect((await scoresSeen(asBuyer(ours, contributor))).sort()).toEqual(both);
    expect(await scoresSeen(asBuyer(ours, viewer))).toEqual([]);
    await owner()`delete from score_sheet where participant_id = ${contributor.participantId}`;
  });

  test("what others handed in can be read, never changed", async () => {
    const { lead, contributor } = ours.buyer;
    const wreck = await seeing(
      app,
      asBuyer(ours, contributor),
      (tx) => tx`update score set value = 1 where participant_id = ${lead.participantId}`,
    );
    expect(wreck.count).toBe(0);
  });
});

describe("foreign keys", () => {
  const into = (table: string, row: Record<string, unknown>) =>
    owner().begin(async (tx) => {
      await tx`insert into ${tx(table)} ${tx(row)}`;
    });

  test("a row cannot point into another tenant, whoever writes it", async () => {
    const here = { workspace_id: ours.plan.workspaceId, plan_id: ours.plan.planId };
    const [milestone] = await owner()`select id from milestone where plan_id = ${theirs.plan.planId}`;
    const [criterion] = await owner()`select id from criterion where plan_id = ${theirs.plan.planId}`;
    const [option] = await owner()`select id from option where plan_id = ${ours.plan.planId}`;
    const [own] = await owner()`select milestone_id from step where plan_id = ${ours.plan.planId}`;
    const step = { ...here, id: newId(), title: "x", position: "a0" };
    const stranger = theirs.buyer.lead.participantId;
    const broken = { code: "23503" };

    await expect(into("step", { ...step, milestone_id: milestone?.id })).rejects.toMatchObject(broken);
    await expect(into("step", { ...step, milestone_id: own?.milestone_id, owner_id: stranger })).rejects.toMatchObject(
      broken,
    );
    await expect(
      into("step_dependency", { ...here, step_id: ours.steps.shared, predecessor_id: theirs.steps.shared }),
    ).rejects.toMatchObject(broken);
    await expect(
      into("score", {
        ...here,
        participant_id: ours.buyer.lead.participantId,
        criterion_id: criterion?.id,
        option_id: option?.id,
        value: 3,
      }),
    ).rejects.toMatchObject(broken);
    await expect(
      into("participation", { ...here, person_id: newId(), participant_id: stranger, side: "buyer", role: "lead" }),
    ).rejects.toMatchObject(broken);
    await expect(into("plan_stream", { ...here, plan_id: theirs.plan.planId, zone: "shared" })).rejects.toMatchObject(
      broken,
    );
  });
});

describe("secrets", () => {
  test("an invitation is found by its token's hash and no other way", async () => {
    const [row] = await owner()`select token_hash from invitation where workspace_id = ${ours.plan.workspaceId}`;
    const found = (sql: Sql, secret: string) => seeing(sql, { secret }, (tx) => tx`select token_hash from invitation`);
    expect(await found(service, row?.token_hash)).toHaveLength(1);
    expect(await found(service, "")).toHaveLength(0);
    expect(await found(service, "%")).toHaveLength(0);
    expect(await found(app, row?.token_hash)).toHaveLength(0);
  });
});
