import { beforeEach, describe, expect, test } from "vitest";
import { newId } from "@/server/domain/_kernel";
import { owner, useDatabase } from "../support/database";
import { aParticipant, aPlace, aPlan } from "../support/factory";
import { queueInvitationMail, queueSignInMail } from "../support/queued-mail";
import { post, tell, webhookSecret } from "../support/resend-news";

useDatabase({ MAIL_TRANSPORT: "resend", RESEND_API_KEY: "re_x", RESEND_WEBHOOK_SECRET: webhookSecret });

beforeEach(async () => {
  await owner()`delete from mail`;
  await owner()`delete from mail_event`;
  await owner()`delete from suppression`;
});

const hard = { type: "Permanent", subType: "General" };
const emailId = "provider-1";

async function aSentMail(to = "p.raman@northwind.test") {
  await queueSignInMail("a mail", to);
  const [row] = await owner()`update mail set state = 'sent', provider_id = ${emailId} returning id`;
  return String(row?.id);
}

const theMail = async () => {
  const [row] = await owner()`select delivered_at, opened_at, bounced_at, complained_at from mail`;
  return row;
};
const suppressions = () => owner()`select email, reason from suppression order by email`;

describe("what isn't signed is not heeded", () => {
  test.each([
    ["by another secret", { secret: `whsec_${Buffer.from("another").toString("base64")}` }],
    ["six minutes ago", { signedAt: new Date(Date.now() - 6 * 60_000) }],
    ["an hour from now", { signedAt: new Date(Date.now() + 60 * 60_000) }],
    ["before the body was changed", { change: (body: string) => body.replace("delivered", "opened") }],
    ["before a space was added to the body", { change: (body: string) => `${body} ` }],
  ])("signed %s", async (_, sent) => {
    await aSentMail();
    const answer = await tell({ type: "email.delivered", emailId }, sent);
    expect(answer.status).toBe(401);
    expect(await theMail()).toMatchObject({ delivered_at: null, opened_at: null });
    expect(await owner()`select id from mail_event`).toEqual([]);
  });

  test("without a signature at all", async () => {
    const { POST } = await import("@/app/api/webhooks/resend/route");
    const answer = await POST(new Request("http://localhost:3000/x", { method: "POST", body: "{}" }));
    expect(answer.status).toBe(401);
  });

  test("more than news ever are", async () => {
    expect((await post("x".repeat(300_000))).status).toBe(413);
  });
});

test("four minutes late is still in time", async () => {
  await aSentMail();
  const answer = await tell({ type: "email.delivered", emailId }, { signedAt: new Date(Date.now() - 4 * 60_000) });
  expect(answer.status).toBe(200);
  expect((await theMail())?.delivered_at).not.toBeNull();
});

test("told five times, at once and later, it happened once", async () => {
  const plan = await aPlan();
  const to = `${newId()}@northwind.test`;
  const participantId = await aPlace(plan, { status: "invited", email: to });
  await queueInvitationMail({ ...plan, participantId, to });
  await owner()`update mail set state = 'sent', provider_id = ${emailId}`;
  const once = () => tell({ type: "email.bounced", emailId, bounce: hard }, { id: "msg_1" });
  await Promise.all([once(), once(), once(), once()]);
  expect((await once()).status).toBe(200);

  expect(await owner()`select id from mail_event`).toHaveLength(1);
  expect(await owner()`select kind from event where plan_id = ${plan.planId}`).toHaveLength(1);
  const [count] = await owner()`select bounced from mail_count where workspace_id = ${plan.workspaceId}`;
  expect(count?.bounced).toBe(1);
});

test("the same news under another id count once too", async () => {
  const plan = await aPlan();
  await queueInvitationMail({ ...plan, participantId: newId(), to: "x@northwind.test" });
  await owner()`update mail set state = 'sent', provider_id = ${emailId}`;
  for (const id of ["a", "b"]) await tell({ type: "email.complained", emailId }, { id });
  const [count] = await owner()`select complained from mail_count where workspace_id = ${plan.workspaceId}`;
  expect(count?.complained).toBe(1);
});

test("news out of order are all noted, and take nothing back", async () => {
  await aSentMail();
  const [first, second] = [new Date("2026-11-23T08:00:00Z"), new Date("2026-11-23T09:00:00Z")];
  await tell({ type: "email.opened", emailId, at: second });
  await tell({ type: "email.delivered", emailId, at: first });
  expect(await theMail()).toMatchObject({ opened_at: second, delivered_at: first, bounced_at: null });
  await tell({ type: "email.bounced", emailId, bounce: hard });
  expect(await theMail()).toMatchObject({ delivered_at: first, bounced_at: expect.any(Date) });
  expect(await suppressions()).toEqual([{ email: "p.raman@northwind.test", reason: "bounce" }]);
});

test("an invitation that bounced stays so on the plan when it is said to be delivered later", async () => {
  const plan = await aPlan();
  const to = `${newId()}@northwind.test`;
  const participantId = await aPlace(plan, { status: "invited", email: to });
  await queueInvitationMail({ ...plan, participantId, to });
  await owner()`update mail set state = 'sent', provider_id = ${emailId}`;
  await tell({ type: "email.delivered", emailId });
  await tell({ type: "email.opened", emailId });
  const [opened] = await owner()`select status from participant where id = ${participantId}`;
  expect(opened?.status).toBe("opened");

  await owner()`update participant set status = 'invited', opened_at = null, delivered_at = null where id = ${participantId}`;
  await owner()`update mail set delivered_at = null`;
  await tell({ type: "email.bounced", emailId, bounce: hard });
  await tell({ type: "email.delivered", emailId });
  const [bounced] = await owner()`select status, bounced_at from participant where id = ${participantId}`;
  expect(bounced).toMatchObject({ status: "bounced", bounced_at: expect.any(Date) });
});

test("news that overtake the answer find their mail by our own id", async () => {
  await queueSignInMail("on its way");
  const [row] = await owner()`select id from mail`;
  await tell({ type: "email.delivered", emailId: "not known yet", tags: { mail_id: String(row?.id) } });
  expect((await theMail())?.delivered_at).not.toBeNull();
});

test.each([
  ["a mail that isn't ours", { type: "email.bounced", emailId: "somebody else's", bounce: hard }],
  ["an id that can't be ours", { type: "email.delivered", tags: { mail_id: "'; drop table mail" } }],
  ["a kind that isn't heeded", { type: "email.clicked", emailId }],
  ["a kind that there isn't", { type: "x", emailId }],
])("%s is answered like any other, and left at that", async (_, news) => {
  await aSentMail();
  const answer = await tell(news);
  expect([answer.status, await answer.text()]).toEqual([200, "ok"]);
  expect(answer.headers.get("set-cookie")).toBeNull();
  expect(await theMail()).toMatchObject({ delivered_at: null, bounced_at: null });
  expect(await suppressions()).toEqual([]);
});

test("what is signed but isn't news at all is taken without harm", async () => {
  for (const body of ["", "null", "[]", '{"type":"email.bounced"}', "not json"]) {
    expect((await post(body)).status, body).toBeLessThan(402);
  }
});

test("a full mailbox is no dead address: the mail came back, the next one is tried", async () => {
  await aSentMail();
  await tell({ type: "email.bounced", emailId, bounce: { type: "Transient", subType: "MailboxFull" } });
  expect((await theMail())?.bounced_at).not.toBeNull();
  expect(await suppressions()).toEqual([]);
});

test("a mail that is late is not a mail that came back", async () => {
  await aSentMail();
  await tell({ type: "email.delivery_delayed", emailId });
  expect((await theMail())?.bounced_at).toBeNull();
});

test("a bounce doesn't replace a complaint", async () => {
  await aSentMail();
  await tell({ type: "email.complained", emailId });
  await tell({ type: "email.bounced", emailId, bounce: hard });
  expect(await suppressions()).toEqual([{ email: "p.raman@northwind.test", reason: "complaint" }]);
});

test("an address that bounced is said to on all of the workspace's plans, and on nobody else's", async () => {
  const plan = await aPlan();
  const other = await aPlan();
  const person = { personId: newId(), name: "Ana", email: `${newId()}@northwind.test` };
  await owner()`insert into person (id, email, name) values (${person.personId}, ${person.email}, 'Ana')`;
  const here = await aParticipant(plan, { side: "buyer", role: "contributor", person });
  const there = await aParticipant(other, { side: "buyer", role: "contributor", person });
  await queueInvitationMail({ ...plan, participantId: newId(), to: person.email });
  await owner()`update mail set state = 'sent', provider_id = ${emailId}, template = 'step-reminder'`;
  await tell({ type: "email.bounced", emailId, bounce: hard });

  const rows = await owner()`select id, status, bounced_at from participant where email = ${person.email}`;
  const of = (id: string) => rows.find((row) => row.id === id);
  expect(of(here.participantId)).toMatchObject({ status: "joined", bounced_at: expect.any(Date) });
  expect(of(there.participantId)).toMatchObject({ status: "joined", bounced_at: null });
});
