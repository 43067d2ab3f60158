import { expect, test } from "vitest";
import { seed } from "@/db/seed";
import { lookAroundAs } from "@/db/seed/look-around";
import { readPlan } from "@/server/domain/plan";
import { owner, useDatabase } from "@/tests/support/database";
import { demoStates, fiveStates } from "@/tests/support/demo-states";

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
  expect(await demoStates()).toEqual(fiveStates);
});
