import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { mail } from "@/db/schema";
import { now, withinService } from "@/server/domain/_kernel";
import {
  acceptInvitation,
  type MailNews,
  noteInvitationMail,
  noteInvitationOpened,
  previewInvitation,
} from "@/server/domain/access";
import { invite, resendInvitation, revokeInvitation } from "@/server/domain/participant";
import { readPlan } from "@/server/domain/plan";
import { moveClock, resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { eventsOf } from "../support/events";
import { aParticipant, aPerson, aPlan } from "../support/factory";
import { lastMailTo, tokenIn } from "../support/mails";

useDatabase();
beforeEach(resetClock);

const visitor = { personId: null, ip: "192.0.2.7" };
let counted = 0;

async function anInvitation() {
  counted += 1;
  const email = `hana${counted}@customer.test`;
  const plan = await aPlan();
  const seller = await aParticipant(plan, { side: "seller", role: "owner" });
  const lead = await aParticipant(plan, { side: "buyer", role: "lead" });
  const given = { planId: plan.planId, email, name: "Hana Brandt", side: "buyer", role: "contributor" };
  const { id: participantId } = await invite.run(seller, given);
  const first = await lastMailTo(email);
  return { plan, seller, lead, email, participantId, token: tokenIn(first), key: first.key };
}
type Given = Awaited<ReturnType<typeof anInvitation>>;

async function report({ key }: { key: string }, what: MailNews) {
  return withinService(async (tx) => {
    const [sent] = await tx.select().from(mail).where(eq(mail.key, key));
    if (!sent) throw new Error(`no mail ${key}`);
    return noteInvitationMail(tx, sent, what, now());
  });
}

const asSeenBy = async (reader: { personId: string }, { plan, participantId }: Given) =>
  (await readPlan.run(reader, { planId: plan.planId })).participants.find(({ id }) => id === participantId);

test("from invited to joined, each with its time, and both sides see the same", async () => {
  const given = await anInvitation();
  expect(await asSeenBy(given.lead, given)).toMatchObject({
    status: "invited",
    invitedAt: expect.any(Date),
    deliveredAt: null,
  });
  moveClock({ minutes: 1 });
  expect(await report(given, "delivered")).toBe(given.plan.planId);
  moveClock({ minutes: 1 });
  await noteInvitationOpened.run(visitor, { token: given.token });
  expect(await asSeenBy(given.seller, given)).toMatchObject({ status: "opened" });
  moveClock({ minutes: 1 });
  await acceptInvitation.run(visitor, { token: given.token });

  const seen = await asSeenBy(given.lead, given);
  expect(seen).toEqual(await asSeenBy(given.seller, given));
  const times = [seen?.invitedAt, seen?.deliveredAt, seen?.openedAt, seen?.joinedAt].map((at) => at?.getTime() ?? 0);
  expect(times).toEqual([...times].sort((left, right) => left - right));
  expect(new Set(times).size).toBe(4);
  expect((await eventsOf(given.plan.planId)).map(({ kind }) => kind)).toEqual([
    "participant.invited",
    "participant.invitation_delivered",
    "participant.invitation_opened",
    "participant.joined",
  ]);
});

test("reports that come late, twice and in any order take nothing back", async () => {
  const given = await anInvitation();
  expect(await report(given, "opened")).toBe(given.plan.planId);
  expect(await report(given, "delivered")).toBe(given.plan.planId);
  for (const what of ["delivered", "opened", "bounced", "delivered"] as const)
    expect(await report(given, what)).toBeNull();
  expect(await asSeenBy(given.lead, given)).toMatchObject({
    ...{ status: "opened", deliveredAt: expect.any(Date), openedAt: expect.any(Date), bouncedAt: null },
  });
  expect((await eventsOf(given.plan.planId)).map(({ kind }) => kind)).toEqual([
    "participant.invited",
    "participant.invitation_opened",
  ]);
});

test("a mail that came back stays so, until another is sent; what is then said of the old one counts no more", async () => {
  const given = await anInvitation();
  await report(given, "delivered");
  await report(given, "bounced");
  await report(given, "opened");
  expect(await asSeenBy(given.lead, given)).toMatchObject({ status: "bounced", openedAt: null });

  const right = `right.${given.email}`;
  await invite.run(given.seller, {
    ...{ planId: given.plan.planId, participantId: given.participantId, email: right, name: "Hana Brandt" },
    ...{ side: "buyer", role: "contributor" },
  });
  const after = { status: "invited", bouncedAt: null, deliveredAt: null };
  expect(await asSeenBy(given.lead, given)).toMatchObject(after);
  expect(await report(given, "bounced")).toBeNull();
  expect(await asSeenBy(given.lead, given)).toMatchObject(after);
  expect(await report(await lastMailTo(right), "delivered")).toBe(given.plan.planId);
});

test("looking is not opening, nor does it count when somebody else looks or the link is dead", async () => {
  const given = await anInvitation();
  for (let look = 0; look < 10; look += 1) await previewInvitation.run(visitor, { token: given.token });
  expect(await asSeenBy(given.lead, given)).toMatchObject({ status: "invited", openedAt: null });
  await noteInvitationOpened.run(await aPerson(), { token: given.token });
  await noteInvitationOpened.run(visitor, { token: "x".repeat(43) });
  expect(await asSeenBy(given.lead, given)).toMatchObject({ status: "invited", openedAt: null });
  await revokeInvitation.run(given.seller, { planId: given.plan.planId, participantId: given.participantId });
  await noteInvitationOpened.run(visitor, { token: given.token });
  expect(await asSeenBy(given.lead, given)).toMatchObject({ status: "not_invited", openedAt: null });
});

test("sent again: after an hour, a day, three days, a week, and not by taking it back and inviting anew", async () => {
  const given = await anInvitation();
  const place = { planId: given.plan.planId, participantId: given.participantId };
  const tooSoon = { code: "resend_too_soon" };
  for (const hours of [1, 24, 72, 168, 168]) {
    moveClock({ hours: hours - 1, minutes: 59 });
    await expect(resendInvitation.run(given.seller, place)).rejects.toMatchObject(tooSoon);
    moveClock({ minutes: 2 });
    expect(await resendInvitation.run(given.seller, place)).toMatchObject({
      status: "invited",
      resendAt: expect.any(Date),
    });
  }
  await revokeInvitation.run(given.seller, place);
  const anew = { ...place, email: given.email, name: "Hana Brandt", side: "buyer", role: "contributor" };
  await expect(invite.run(given.seller, anew)).rejects.toMatchObject(tooSoon);
});

test("the mail and the page name the inviter's company, also when a namesake sits on the other side", async () => {
  const plan = await aPlan({ customerName: "Northwind Health" });
  const seller = await aParticipant(plan, { side: "seller", role: "owner", name: "Alex Kim" });
  await aParticipant(plan, { side: "buyer", role: "lead", name: "Alex Kim" });
  await invite.run(seller, {
    planId: plan.planId,
    email: "x@northwind.test",
    name: "X",
    side: "buyer",
    role: "viewer",
  });
  const sent = await lastMailTo("x@northwind.test");
  expect(sent.props.inviterCompany).toMatch(/^Seller/);
  expect(await previewInvitation.run(visitor, { token: tokenIn(sent) })).toMatchObject({
    inviterCompany: expect.stringMatching(/^Seller/),
  });
  await owner()`update invitation set invited_by_company = null where email = 'x@northwind.test'`;
  expect(await previewInvitation.run(visitor, { token: tokenIn(sent) })).toMatchObject({
    inviterCompany: "Northwind Health",
  });
});
