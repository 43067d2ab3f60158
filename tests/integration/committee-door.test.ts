import { describe, expect, test } from "vitest";
import { Refusal } from "@/server/domain/_kernel";
import { invite } from "@/server/domain/participant";
import { useDatabase } from "@/tests/support/database";
import { aPlanWithEveryone } from "@/tests/support/standings";

useDatabase();

describe("the committee is the customer's", () => {
  test("a seller can't bring a colleague in as a buyer, nor name a second lead beside the one who joined", async () => {
    const { plan, callers } = await aPlanWithEveryone();
    const seller = callers["seller.owner"];
    const guest = { planId: plan.planId, name: "Ines Duarte", side: "buyer" as const };
    const lead = invite.run(seller, { ...guest, email: "someone@customer.test", role: "lead" });
    await expect(lead).rejects.toMatchObject({ code: "not_allowed" });
    await expect(lead).rejects.toBeInstanceOf(Refusal);

    const contributor = await invite.run(seller, { ...guest, email: "someone@customer.test", role: "contributor" });
    expect(contributor).toMatchObject({ side: "buyer", status: "invited" });

    const handedOn = await invite.run(callers["buyer.lead"], { ...guest, email: "next@customer.test", role: "lead" });
    expect(handedOn).toMatchObject({ role: "lead", status: "invited" });
  });
});
