import { beforeEach, expect, test } from "vitest";
import { newId } from "@/server/domain/_kernel";
import { eventsSince, listEvents } from "@/server/domain/activity";
import { addCriterion } from "@/server/domain/decision";
import { readPlan } from "@/server/domain/plan";
import { beatPresence, leavePresence } from "@/server/domain/presence";
import { moveClock, resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aPlanWithEveryone, type Everyone } from "../support/standings";
import { wakesOf } from "../support/wakes";

useDatabase();

let everyone: Everyone;
let planId: string;
beforeEach(async () => {
  resetClock();
  everyone = await aPlanWithEveryone();
  planId = everyone.plan.planId;
});

type Happened = { zone: "shared" | "committee" | "seller"; seq: number; at: string };

async function happened(...events: Happened[]) {
  for (const { zone, seq, at } of events) {
    await owner()`insert into event ${owner()({
      ...{ workspace_id: everyone.plan.workspaceId, plan_id: planId, id: newId(), zone, seq, at: new Date(at) },
      ...{ kind: `${zone}.${seq}`, actor_name: "Dana Kim", subject_type: "step", subject_id: newId() },
    })}`;
  }
}

/** Every event, page by page, as the feed loads them. */
async function feed(who: { personId: string }, limit: number) {
  const kinds: string[] = [];
  let before: Date | undefined;
  for (let page = 0; page < 50; page += 1) {
    const { events, next } = await listEvents.run(who, { planId, limit, before });
    expect(events.length).toBeGreaterThan(0);
    kinds.push(...events.map(({ kind }) => kind));
    if (!next) return kinds;
    before = next;
  }
  throw new Error("the feed does not end");
}

test("a feed shows the newest first, and of each zone only to those who see it", async () => {
  await happened(
    { zone: "shared", seq: 1, at: "2026-11-20T08:00:00Z" },
    { zone: "committee", seq: 1, at: "2026-11-20T09:00:00Z" },
    { zone: "seller", seq: 1, at: "2026-11-20T10:00:00Z" },
    { zone: "shared", seq: 2, at: "2026-11-20T11:00:00Z" },
  );
  const kinds = async (who: { personId: string }) =>
    (await listEvents.run(who, { planId })).events.map(({ kind }) => kind);
  expect(await kinds(everyone.buyer.viewer)).toEqual(["shared.2", "committee.1", "shared.1"]);
  expect(await kinds(everyone.seller.viewer)).toEqual(["shared.2", "seller.1", "shared.1"]);
  expect(await kinds(everyone.members.member)).toEqual(["shared.2", "seller.1", "shared.1"]);
});

test.each([1, 2, 3, 7, 100])(
  "pages of %i skip nothing and repeat nothing, with many events at one instant",
  async (limit) => {
    const instants = ["2026-11-20T08:00:00.000Z", "2026-11-20T08:00:00.001Z", "2026-11-21T08:00:00Z"];
    const events: Happened[] = [];
    for (let seq = 1; seq <= 12; seq += 1) {
      const at = instants[Math.floor((seq - 1) / 4)] ?? "";
      events.push({ zone: "shared", seq, at }, { zone: "committee", seq, at }, { zone: "seller", seq, at });
    }
    await happened(...events);
    const seen = await feed(everyone.buyer.lead, limit);
    expect(seen).toHaveLength(24);
    expect(new Set(seen).size).toBe(24);
    const shared = seen.filter((kind) => kind.startsWith("shared")).map((kind) => Number(kind.split(".")[1]));
    expect(shared).toEqual([...shared].sort((one, other) => other - one));
    expect(seen.some((kind) => kind.startsWith("seller"))).toBe(false);
  },
);

test("a plan without history has an empty feed", async () => {
  expect(await listEvents.run(everyone.buyer.lead, { planId })).toEqual({ events: [], next: null });
});

test("what happened after a cursor is told once, in each zone's order", async () => {
  const { lead } = everyone.buyer;
  const { cursor } = await readPlan.run(lead, { planId });
  expect(cursor).toEqual({ shared: 0, committee: 0 });
  await addCriterion.run(lead, { planId, title: "Runs in our region" });
  await addCriterion.run(lead, { planId, title: "We trust them", zone: "committee" });
  const news = await eventsSince.run(lead, { planId, cursor });
  expect(news.events.map(({ kind, zone, seq }) => [kind, zone, seq])).toEqual([
    ["criterion.added", "shared", 1],
    ["criterion.added", "committee", 1],
  ]);
  expect((await eventsSince.run(lead, { planId, cursor: news.cursor })).events).toEqual([]);
  const seller = await eventsSince.run(everyone.seller.owner, { planId, cursor: {} });
  expect(seller.events).toHaveLength(1);
  expect(seller.cursor).not.toHaveProperty("committee");
});

test("somebody is here from their first beat until they leave or fall silent", async () => {
  const { lead } = everyone.buyer;
  const { owner: seller } = everyone.seller;
  expect((await beatPresence.run(lead, { planId })).here).toEqual([lead.participantId]);
  expect((await beatPresence.run(seller, { planId })).here.sort()).toEqual(
    [lead.participantId, seller.participantId].sort(),
  );
  expect((await leavePresence.run(lead, { planId })).here).toEqual([seller.participantId]);
  expect((await beatPresence.run(lead, { planId })).here).toHaveLength(2);
  moveClock({ seconds: 45 });
  expect((await beatPresence.run(seller, { planId })).here).toHaveLength(2);
  moveClock({ seconds: 45 });
  expect((await beatPresence.run(seller, { planId })).here).toEqual([seller.participantId]);
  const { participants } = await readPlan.run(seller, { planId });
  const here = participants.filter(({ isHere }) => isHere).map(({ id }) => id);
  expect(here).toEqual([seller.participantId]);
});

test("a member who only looks in is nobody on the plan", async () => {
  expect((await beatPresence.run(everyone.members.member, { planId })).here).toEqual([]);
  expect((await leavePresence.run(everyone.members.member, { planId })).here).toEqual([]);
});

test("others are woken by arrivals and farewells, not by every beat, and no history is written", async () => {
  const { lead } = everyone.buyer;
  const wakes = await wakesOf(planId);
  await beatPresence.run(lead, { planId });
  expect(await wakes.next()).toBe(1);
  for (let beat = 0; beat < 3; beat += 1) {
    moveClock({ seconds: 20 });
    await beatPresence.run(lead, { planId });
  }
  await leavePresence.run(lead, { planId });
  expect(await wakes.next()).toBe(2);
  await leavePresence.run(lead, { planId });
  await beatPresence.run(lead, { planId });
  expect(await wakes.next()).toBe(3);
  moveClock({ seconds: 90 });
  await beatPresence.run(lead, { planId });
  expect(await wakes.next()).toBe(4);
  await wakes.end();
  expect((await listEvents.run(lead, { planId })).events).toEqual([]);
});
