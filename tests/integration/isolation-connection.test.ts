import { beforeAll, expect, test } from "vitest";
import { appTransaction } from "@/db/client";
import { plan, step } from "@/db/schema";
import { refused, withinPlan } from "@/server/domain/_kernel";
import { readDecision } from "@/server/domain/decision";
import { useDatabase } from "../support/database";
import { aFullPlan, type FullPlan } from "../support/full-plan";

// One connection: whatever a transaction leaves behind on it, the next one, of another tenant, would find.
useDatabase({ DATABASE_POOL: "1" });

let ours: FullPlan;
let theirs: FullPlan;

beforeAll(async () => {
  ours = await aFullPlan();
  theirs = await aFullPlan();
});

test("two tenants take turns on one connection 500 times, and neither ever sees the other", async () => {
  const turns = [
    { full: ours, who: ours.seller.owner, hidden: "committee" },
    { full: theirs, who: theirs.buyer.lead, hidden: "seller" },
    { full: ours, who: ours.buyer.contributor, hidden: "seller" },
    { full: theirs, who: theirs.members.member, hidden: "committee" },
  ];
  const backends = new Set<number>();
  const all = Array.from({ length: 125 }, () => turns).flat();
  expect(all).toHaveLength(500);
  for (const [turn, { full, who, hidden }] of all.entries()) {
    const fails = turn % 7 === 3;
    const seen = withinPlan(who.personId, full.plan.planId, async (tx) => {
      const [plans, steps, [backend]] = await Promise.all([
        tx.select({ workspaceId: plan.workspaceId }).from(plan),
        tx.select({ workspaceId: step.workspaceId, zone: step.zone }).from(step),
        tx.execute<{ pid: number }>("select pg_backend_pid() as pid"),
      ]);
      backends.add(backend?.pid ?? 0);
      if (fails) throw refused("cycle");
      return { plans, steps };
    });
    if (fails) {
      await expect(seen).rejects.toMatchObject({ code: "cycle" });
    } else {
      const { plans, steps } = await seen;
      const mine = full.plan.workspaceId;
      expect(plans).toEqual([{ workspaceId: mine }]);
      expect(steps).toHaveLength(4);
      expect(steps.filter((row) => row.workspaceId !== mine || row.zone === hidden)).toEqual([]);
    }
    if (turn % 11 !== 5) continue;
    expect(await appTransaction((tx) => tx.select().from(plan)), "as nobody").toEqual([]);
  }
  expect(backends.size).toBe(1);
});

test("many at once wait for the one connection and each gets their own", async () => {
  const askers = Array.from({ length: 60 }, (_, at) => {
    const full = at % 2 ? ours : theirs;
    const who = at % 3 ? full.buyer.lead : full.seller.editor;
    return readDecision
      .run({ personId: who.personId }, { planId: full.plan.planId })
      .then((decision) => ({ full, decision }));
  });
  for (const { full, decision } of await Promise.all(askers)) {
    const foreign = decision.criteria.filter((criterion) => !criterion.title.startsWith(full.mark));
    expect(foreign).toEqual([]);
    expect(decision.criteria).toHaveLength(2);
  }
});
