import { expect, test } from "vitest";
import { createPlan, editPlan, listPlans, previewPlan } from "@/server/domain/plan";
import { useDatabase } from "../support/database";
import { aWorkspace } from "../support/factory";
import { aPlanWithEveryone } from "../support/standings";

useDatabase();

test.each([
  ["starts on the last day of plans", "start", "2100-12-30"],
  ["is to end on the first", "target", "2000-01-05"],
])("a plan that %s is refused, since its other end would be out of range", async (_, anchor, anchorDate) => {
  const { workspaceId, owner } = await aWorkspace();
  for (const templateKey of [null, "pilot"]) {
    const dated = { workspaceId, templateKey, anchor, anchorDate, country: "DE" };
    const wanted = { ...dated, customerName: "Nordwind", title: "Rota", currency: "EUR" };
    const refusal = { code: "invalid", details: { fields: { anchorDate: "date_out_of_range" } } };
    await expect(previewPlan.run(owner, dated)).rejects.toMatchObject(refusal);
    await expect(createPlan.run(owner, wanted)).rejects.toMatchObject(refusal);
  }
  expect(await listPlans.run(owner, { workspaceId })).toEqual({ plans: [], count: 0 });
});

test("a plan that goes to another country goes by that country's clocks", async () => {
  const { plan, seller } = await aPlanWithEveryone();
  const change = { planId: plan.planId, set: { country: "JP" }, base: { country: "DE" } };
  expect(await editPlan.run(seller.owner, change)).toMatchObject({ country: "JP", timeZone: "Asia/Tokyo" });
});
