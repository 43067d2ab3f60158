import { beforeEach, expect, test } from "vitest";
import { addCostLine } from "@/server/domain/change-case";
import { editPlan } from "@/server/domain/plan";
import { owner, useDatabase } from "../support/database";
import { aPlanWithEveryone, type Everyone } from "../support/standings";

useDatabase();

let everyone: Everyone;
let planId: string;
beforeEach(async () => {
  everyone = await aPlanWithEveryone();
  planId = everyone.plan.planId;
});

const pay = (currency: string) =>
  editPlan.run(everyone.seller.owner, { planId, set: { currency }, base: { currency: "EUR" } });
const cost = { title: "Cover for gaps", currency: "EUR", low: 100_00, likely: 200_00, high: 300_00 };

/** So many wait for a lock. */
const waiting = (count: number) =>
  expect
    .poll(async () => (await owner()`select 1 from pg_locks where not granted`).length, { timeout: 10_000 })
    .toBe(count);

/** Lets the first come as far as its line in the history, and the second as far as it gets beside it. */
async function oneBehindTheOther<One, Other>(first: () => Promise<One>, second: () => Promise<Other>) {
  const acts: Promise<unknown>[] = [];
  await owner().begin(async (tx) => {
    await tx`select 1 from plan_stream where plan_id = ${planId} for update`;
    for (const act of [first, second]) {
      acts.push(act());
      await waiting(acts.length);
    }
  });
  return Promise.allSettled(acts);
}

test("whoever writes a line of the history beside a change of currency refers to the plan without waiting", async () => {
  let paying: Promise<unknown> | undefined;
  await owner().begin(async (tx) => {
    await tx`select 1 from plan_stream where plan_id = ${planId} for update`;
    paying = pay("CHF");
    await waiting(1);
    await tx`select 1 from plan where id = ${planId} for key share nowait`;
  });
  await expect(paying).resolves.toMatchObject({ currency: "CHF" });
});

test("a cost that is being added keeps the plan's currency; one that comes too late is handed back", async () => {
  const add = () => addCostLine.run(everyone.buyer.lead, { planId, ...cost });
  expect(await oneBehindTheOther(add, () => pay("JPY"))).toMatchObject([
    { status: "fulfilled" },
    { status: "rejected", reason: { code: "currency_in_use" } },
  ]);
  await owner()`delete from cost_line where plan_id = ${planId}`;
  expect(await oneBehindTheOther(() => pay("JPY"), add)).toMatchObject([
    { status: "fulfilled" },
    { status: "rejected", reason: { code: "currency_changed", details: { name: "JPY" } } },
  ]);
});
