import { expect, test } from "vitest";
import { step } from "@/db/schema";
import { withinPlan } from "@/server/domain/_kernel";
import { useDatabase } from "../support/database";
import { aStep } from "../support/factory";
import { aPlanWithEveryone } from "../support/standings";

useDatabase();

test("everybody on a plan enters it in their own standing", async () => {
  const everyone = await aPlanWithEveryone();
  await aStep(everyone.plan);
  await aStep(everyone.plan, { zone: "committee" });
  const seen = async (who: { personId: string }) =>
    withinPlan(who.personId, everyone.plan.planId, async (tx, actor) => [
      actor.standing,
      (await tx.select().from(step)).length,
    ]);
  expect(await seen(everyone.seller.editor)).toEqual(["seller.editor", 1]);
  expect(await seen(everyone.buyer.lead)).toEqual(["buyer.lead", 2]);
  expect(await seen(everyone.members.member)).toEqual(["seller.viewer", 1]);
});
