import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import { addCostLine } from "@/server/domain/change-case";
import { editPlan } from "@/server/domain/plan";
import { editStep } from "@/server/domain/step";
import { owner, useDatabase } from "../support/database";
import { aStep } from "../support/factory";
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

/** Lets the first come as far as its line in the history, and the second as far as it gets beside it. */
async function oneBehindTheOther<One, Other>(first: () => Promise<One>, second: () => Promise<Other>) {
  const acts: Promise<unknown>[] = [];
  await owner().begin(async (tx) => {
    await tx`select 1 from plan_stream where plan_id = ${planId} for update`;
    for (const act of [first, second]) {
      acts.push(act());
      await pause(200);
    }
  });
  return Promise.allSettled(acts);
}

test("whoever edits a step while the plan's currency changes is not in its way, nor it in theirs", async () => {
  const stepId = await aStep(everyone.plan, { title: "Ask legal" });
  const rename = () =>
    editStep.run(everyone.buyer.lead, { planId, stepId, set: { title: "Ask them" }, base: { title: "Ask legal" } });
  const [step, plan] = await oneBehindTheOther(rename, () => pay("CHF"));
  expect([step?.status, plan?.status]).toEqual(["fulfilled", "fulfilled"]);
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
