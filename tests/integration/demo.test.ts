import { expect, test } from "vitest";
import { seed } from "@/db/seed";
import { lookAroundAs } from "@/db/seed/look-around";
import { listPlans, readPlan } from "@/server/domain/plan";
import type { PlanListItem } from "@/server/domain/plan/schemas";
import { owner, useDatabase } from "@/tests/support/database";

useDatabase();

test("in the demo, whoever is invited has the place that waited for them, and the richest plan says what matters to its committee", async () => {
  await seed();
  const [buyer] = await owner()`select id from person where email = ${lookAroundAs.buyer}`;
  const [northwind] = await owner()`select id from plan where customer_name = 'Northwind Health'`;
  const { participants } = await readPlan.run({ personId: buyer?.id }, { planId: northwind?.id });
  const committee = participants.filter(({ side }) => side === "buyer");

  const sponsors = committee.filter(({ buyingRole }) => buyingRole === "executive_sponsor");
  expect(sponsors).toMatchObject([{ name: "Hana Brandt", status: "invited" }]);
  for (const { name, influence, win, concern } of committee.filter(({ email }) => email !== null)) {
    expect({ name, influence, win, concern }).toEqual({
      name,
      influence: expect.any(Number),
      win: expect.any(String),
      concern: expect.any(String),
    });
  }
  const twice = await owner()`select plan_id, buying_role from participant
    where removed_at is null and side = 'buyer' group by plan_id, buying_role having bool_or(name is null) and count(*) > 1`;
  expect([...twice]).toEqual([]);
}, 120_000);

test("its five plans are in five states: just begun, on track, at risk, stalled and done", async () => {
  const [seller] = await owner()`select id from person where email = ${lookAroundAs.seller}`;
  const [workspace] = await owner()`select id from workspace`;
  const { plans } = await listPlans.run({ personId: seller?.id }, { workspaceId: workspace?.id });
  const shown = plans.map((plan) => [plan.customerName, stateOf(plan), plan.health.reasons.length > 0]);
  expect(shown.sort()).toEqual([
    ["Brightwater Care", "stalled", true],
    ["City of Lindhaven", "on_track, just begun", false],
    ["Harbour & Finch Logistics", "on_track", false],
    ["Meridian Foods", "on_track, done", false],
    ["Northwind Health", "at_risk", true],
  ]);
});

function stateOf({ health, stepsDone, stepsTotal }: PlanListItem): string {
  if (stepsDone === stepsTotal) return `${health.state}, done`;
  return stepsDone === 0 ? `${health.state}, just begun` : health.state;
}
