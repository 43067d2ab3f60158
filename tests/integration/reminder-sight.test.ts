import { beforeEach, expect, test } from "vitest";
import { owner, useDatabase } from "../support/database";
import { aDependency } from "../support/dependency";
import { aParticipant, aPerson, aPlan, aStep } from "../support/factory";
import { aBuyerWithStep, beginOnFriday, live, longAgo, look, mails, TUESDAY } from "../support/reminders";

useDatabase();
beforeEach(beginOnFriday);

test("who holds others up is told who waits, and for what", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep({ dueOn: "2027-03-30" });
  const seller = await aParticipant(plan, {
    side: "seller",
    role: "owner",
    person: await aPerson({ name: "Lena Marsh" }),
  });
  const waiting = await aStep(plan, {
    title: "Finish the security answers",
    ownerId: seller.participantId,
    dueOn: TUESDAY,
    createdAt: longAgo,
  });
  await aDependency(plan, { stepId: waiting, predecessorId: stepId });
  await look(plan, seller);
  await live("2027-02-16T06:00:00Z", "2027-02-16T12:00:00Z");
  const all = await mails();
  // Lena can't do anything yet, so it is only Priya who hears of it.
  expect(all.map(({ to }) => to)).toEqual([buyer.email]);
  expect(all[0]?.text).toContain("Lena Marsh");
  expect(all[0]?.text).toContain("Finish the security answers");
});

test("no mail to a supplier tells anything of the committee", async () => {
  const plan = await aPlan();
  const seller = await aParticipant(plan, {
    side: "seller",
    role: "owner",
    person: await aPerson({ name: "Lena Marsh" }),
  });
  const buyer = await aParticipant(plan, {
    side: "buyer",
    role: "lead",
    person: await aPerson({ name: "Priya Raman" }),
  });
  const secret = { zone: "committee" as const, createdAt: longAgo, dueOn: TUESDAY, ownerId: buyer.participantId };
  const milestone = "Compare the other supplier";
  const mine = await aStep(plan, {
    title: "Send the price list",
    ownerId: seller.participantId,
    dueOn: TUESDAY,
    createdAt: longAgo,
  });
  const before = await aStep(plan, { ...secret, title: "Agree our walk-away price" });
  const after = await aStep(plan, { ...secret, title: "Weigh the offer against Borealis", description: milestone });
  await aDependency(plan, { stepId: mine, predecessorId: before, zone: "committee" });
  await aDependency(plan, { stepId: after, predecessorId: mine, zone: "committee" });
  await look(plan, seller);
  await look(plan, buyer);
  await live("2027-02-16T06:00:00Z", "2027-02-16T12:00:00Z");

  const all = await mails();
  const toSeller = all.find(({ to }) => to === seller.email);
  const toBuyer = all.find(({ to }) => to === buyer.email);
  expect(toSeller?.text).toContain("Send the price list");
  const words = JSON.stringify([toSeller?.props, toSeller?.subject, toSeller?.html, toSeller?.text, toSeller?.headers]);
  for (const leak of ["walk-away", "Borealis", "Priya"]) expect(words).not.toContain(leak);
  expect(toBuyer?.text).toContain("Agree our walk-away price");
});

test("a supplier isn't reminded sooner because a committee's step waits for theirs", async () => {
  const { plan, buyer } = await aBuyerWithStep({ dueOn: TUESDAY, zone: "committee" });
  const seller = await aParticipant(plan, { side: "seller", role: "owner" });
  const mine = await aStep(plan, { ownerId: seller.participantId, dueOn: "2027-04-20", createdAt: longAgo });
  const [waiting] = await owner()`select id from step where owner_id = ${buyer.participantId}`;
  await aDependency(plan, { stepId: waiting?.id, predecessorId: mine, zone: "committee" });
  await look(plan, seller);
  await live("2027-02-16T06:00:00Z", "2027-02-16T12:00:00Z");
  expect((await mails()).map(({ to }) => to)).not.toContain(seller.email);
});
