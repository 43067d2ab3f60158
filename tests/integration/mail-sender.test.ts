import { beforeEach, expect, test } from "vitest";
import { now, queueMail } from "@/server/domain/_kernel";
import { withinPlan } from "@/server/domain/_kernel/within";
import { invite } from "@/server/domain/participant";
import { editWorkspace, readWorkspace } from "@/server/domain/workspace";
import { deliverDueMail } from "@/server/mail/deliver";
import { resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aParticipant, aPerson, aPlan, aStep, aWorkspace } from "../support/factory";
import { aBuyerWithStep, beginOnFriday, live, longAgo, look } from "../support/reminders";

useDatabase();
beforeEach(resetClock);

const deliver = () => deliverDueMail(new AbortController().signal);

/** A plan with its owner, the committee's lead and one more buyer. */
async function aPlanWithThree() {
  const workspace = await aWorkspace({ name: "Acme Scheduling GmbH" });
  const plan = await aPlan({ workspace, customerName: "Northwind" });
  const dana = await aPerson({ name: "Dana Kim" });
  const priya = await aPerson({ name: "Priya Raman" });
  const seller = await aParticipant(plan, { side: "seller", role: "owner", person: dana });
  const lead = await aParticipant(plan, { side: "buyer", role: "lead", person: priya });
  const buyer = await aParticipant(plan, { side: "buyer", role: "contributor" });
  return { workspace, plan, seller, lead, buyer };
}

type Asked = { to: string; isShared?: boolean; fromName?: string; planId?: string };

/** How a verb that somebody calls in a plan would queue a mail. */
async function senderOfMail(plan: { planId: string; workspaceId: string }, by: { personId: string }, asked: Asked) {
  const key = `mail-sender:${asked.to}:${Math.random()}`;
  const props = { url: "http://localhost:3000/x", code: "417052", minutes: 15 };
  await withinPlan(by.personId, plan.planId, (tx) =>
    queueMail(tx, { key, template: "sign-in", props, ...plan, ...asked, now: now() }),
  );
  const [row] = await owner()`select from_name, reply_to from mail where key = ${key}`;
  return [row?.from_name, row?.reply_to];
}

test("what is shared comes from the plan's owner; what isn't is answered on the reader's own side", async () => {
  const {
    plan: { planId, workspaceId },
    seller,
    lead,
    buyer,
  } = await aPlanWithThree();
  const of = (to: string, isShared?: boolean) => senderOfMail({ planId, workspaceId }, lead, { to, isShared });
  const supplier = ["Dana Kim (Acme Scheduling GmbH)", seller.email];
  expect(await of(buyer.email, true)).toEqual(supplier);
  expect(await of(buyer.email, false)).toEqual(["Priya Raman (Northwind)", lead.email]);
  expect(await of(buyer.email)).toEqual(["Priya Raman (Northwind)", lead.email]);
  expect(await of(lead.email, true)).toEqual(supplier);
  expect(await of(lead.email)).toEqual(["Acme Scheduling GmbH", null]);
  expect(await of(seller.email)).toEqual(["Acme Scheduling GmbH", null]);
});

test("a sender that is given stays, and a plan that nobody owns is its workspace's", async () => {
  const { workspace, plan, lead, buyer, seller } = await aPlanWithThree();
  const { planId, workspaceId } = plan;
  const given = { to: buyer.email, isShared: true, fromName: "Ada (Northwind)" };
  expect(await senderOfMail({ planId, workspaceId }, lead, given)).toEqual(["Ada (Northwind)", null]);
  await owner()`update participant set removed_at = now() where id = ${seller.participantId}`;
  await owner()`update workspace set sender_name = 'Acme' where id = ${workspace.workspaceId}`;
  const asked = { to: buyer.email, isShared: true };
  expect(await senderOfMail({ planId, workspaceId }, lead, asked)).toEqual(["Acme", null]);
});

test("a workspace's mails carry its name and colour, another's don't", async () => {
  const { workspace, plan, lead, buyer } = await aPlanWithThree();
  const { planId, workspaceId } = plan;
  const { workspace: before } = await readWorkspace.run(workspace.owner, { workspaceId });
  expect(before).toMatchObject({ accent: null, senderName: null });
  await editWorkspace.run(workspace.owner, {
    workspaceId,
    set: { accent: "#7A1FA2", senderName: "Acme" },
    base: { accent: null, senderName: null },
  });
  const other = await aPlanWithThree();
  await senderOfMail({ planId, workspaceId }, lead, { to: buyer.email, isShared: true });
  const { planId: otherId, workspaceId: otherWorkspace } = other.plan;
  await senderOfMail({ planId: otherId, workspaceId: otherWorkspace }, other.lead, { to: other.buyer.email });
  await deliver();

  const htmlTo = async (to: string) => String((await owner()`select html from mail where "to" = ${to}`)[0]?.html);
  const [branded, plain] = [await htmlTo(buyer.email), await htmlTo(other.buyer.email)];
  expect(branded).toContain("background-color:#7a1fa2");
  expect(branded).toContain("<bdi>Acme</bdi>");
  expect(branded).not.toContain("#14594a");
  expect(plain).toContain("background-color:#14594a");
  expect(plain).toContain("<bdi>Throughline</bdi>");
});

test.each(["red", "#12345", "#1234567", "#12345g", "javascript:alert(1)", "#ffffff;}"])(
  "%j is no colour",
  async (accent) => {
    const { owner: boss, workspaceId } = await aWorkspace();
    const edit = { workspaceId, set: { accent }, base: { accent: null } };
    await expect(editWorkspace.run(boss, edit)).rejects.toMatchObject({ code: "invalid" });
  },
);

test("an invitation comes from who invites, with the name that the workspace chose", async () => {
  const { workspace, plan, lead } = await aPlanWithThree();
  await owner()`update workspace set sender_name = 'Acme' where id = ${workspace.workspaceId}`;
  const invited = { planId: plan.planId, side: "buyer", role: "contributor", name: "Hana Brandt" } as const;
  await invite.run(workspace.owner, { ...invited, email: "by-seller@customer.test" });
  await invite.run(lead, { ...invited, email: "by-lead@customer.test" });
  const from = async (to: string) => (await owner()`select from_name from mail where "to" = ${to}`)[0]?.from_name;
  expect(await from("by-seller@customer.test")).toBe(`${workspace.owner.name} (Acme)`);
  expect(await from("by-lead@customer.test")).toBe("Priya Raman (Northwind)");
});

test("where nobody else leads the committee a reminder comes from the plan's owner, unless it shows what the committee keeps to itself", async () => {
  await beginOnFriday();
  const { plan, buyer } = await aBuyerWithStep({ dueOn: "2027-02-16" });
  const dana = await aPerson({ name: "Dana Kim" });
  await aParticipant(plan, { side: "seller", role: "owner", person: dana });
  await live("2027-02-15T00:00:00Z", "2027-02-17T00:00:00Z");
  const senders = () =>
    owner()`select from_name, reply_to, headers, text from mail where "to" = ${buyer.email} order by created_at`;
  const [first] = await senders();
  expect(first).toMatchObject({ from_name: expect.stringMatching(/^Dana Kim \(Seller \d+\)$/), reply_to: dana.email });
  expect(first?.headers).toMatchObject({
    References: `<plan.${plan.planId}@localhost>`,
    "In-Reply-To": `<plan.${plan.planId}@localhost>`,
  });

  await aStep(plan, {
    ownerId: buyer.participantId,
    zone: "committee",
    dueOn: "2027-02-18",
    title: "Agree among us",
    createdAt: longAgo,
  });
  await look(plan, buyer);
  await live("2027-02-17T00:00:00Z", "2027-02-19T00:00:00Z");
  const mine = (await senders()).filter(({ text }) => text.includes("Agree among us"));
  expect(mine.length).toBeGreaterThan(0);
  for (const { reply_to } of mine) expect(reply_to).toBeNull();
});

test("a reminder to the committee is answered to its lead: who quotes it hands on links that act as its reader", async () => {
  await beginOnFriday();
  const { plan, buyer } = await aBuyerWithStep({ dueOn: "2027-02-16" });
  const dana = await aPerson({ name: "Dana Kim" });
  const seller = await aParticipant(plan, { side: "seller", role: "owner", person: dana });
  const lead = await aParticipant(plan, {
    side: "buyer",
    role: "lead",
    person: await aPerson({ name: "Jonas Wolf", timeZone: "Europe/Berlin" }),
  });
  await aStep(plan, { ownerId: lead.participantId, dueOn: "2027-02-16", createdAt: longAgo });
  await aStep(plan, { ownerId: seller.participantId, dueOn: "2027-02-16", createdAt: longAgo });
  await look(plan, lead);
  await look(plan, seller);
  await live("2027-02-15T00:00:00Z", "2027-02-15T12:00:00Z");
  const answered = async (to: string) =>
    (await owner()`select reply_to from mail where "to" = ${to}`).map(({ reply_to }) => reply_to);
  expect(await answered(buyer.email)).toEqual([lead.email]);
  expect(await answered(lead.email)).toEqual([dana.email]);
  expect(await answered(seller.email)).toEqual([null]);
});

test("a reminder about two plans is answered to nobody who heads one of them", async () => {
  await beginOnFriday();
  const workspace = await aWorkspace({ name: "Acme Scheduling GmbH" });
  const priya = await aPerson({ name: "Priya Raman", timeZone: "Europe/Berlin" });
  for (const dueOn of ["2027-02-16", "2027-02-17"]) {
    const plan = await aPlan({ workspace });
    await aParticipant(plan, { side: "seller", role: "owner" });
    await aParticipant(plan, { side: "buyer", role: "lead" });
    const buyer = await aParticipant(plan, { side: "buyer", role: "contributor", person: priya });
    await aStep(plan, { ownerId: buyer.participantId, dueOn, createdAt: longAgo });
    await look(plan, buyer);
  }
  await live("2027-02-16T00:00:00Z", "2027-02-16T12:00:00Z");
  const [mail] = await owner()`select from_name, reply_to from mail where "to" = ${priya.email}`;
  expect(mail).toEqual({ from_name: "Acme Scheduling GmbH", reply_to: null });
});
