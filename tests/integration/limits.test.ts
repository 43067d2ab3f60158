import { beforeEach, expect, test } from "vitest";
import { newId } from "@/server/domain/_kernel";
import { askForAccess } from "@/server/domain/access-request";
import { invite, resendInvitation } from "@/server/domain/participant";
import { moveClock, resetClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { aParticipant, aPlan } from "../support/factory";
import { lastMailTo, mailsTo, tokenIn } from "../support/mails";

// One connection for each role: what asks for a second one while it holds the first waits for ever.
useDatabase({ DATABASE_POOL: "1" });
beforeEach(resetClock);

test("counting how often something is asked needs none of the connections that the asking takes", async () => {
  const plan = await aPlan();
  const seller = await aParticipant(plan, { side: "seller", role: "owner" });
  const lead = await aParticipant(plan, { side: "buyer", role: "lead" });
  const of = { planId: plan.planId, side: "buyer", role: "contributor" } as const;
  const { id: participantId } = await invite.run(seller, { ...of, email: "hana@customer.test", name: "Hana Brandt" });
  const token = tokenIn(await lastMailTo("hana@customer.test"));
  moveClock({ days: 1 });

  const ask = (email: string) =>
    askForAccess.run({ personId: null, ip: newId() }, { token, name: "Jonas Keller", email, why: "I stand in" });
  await Promise.all([
    ask("jonas@customer.test"),
    ask("mira@customer.test"),
    ask(lead.email),
    resendInvitation.run(seller, { planId: plan.planId, participantId }),
  ]);
  expect((await mailsTo("hana@customer.test")).map(({ template }) => template)).toHaveLength(2);
  const templates = (await mailsTo(lead.email)).map(({ template }) => template).sort();
  expect(templates).toEqual(["access-request", "access-request", "sign-in"]);
}, 15_000);
