import { afterAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/server/domain/_kernel";
import { readMailStanding, resumeMail } from "@/server/domain/delivery";
import { closeTransport, deliverDueMail } from "@/server/mail/deliver";
import { owner, useDatabase } from "../support/database";
import { aPlace } from "../support/factory";
import { queueInvitationMail, queueSignInMail } from "../support/queued-mail";
import { tell, webhookSecret } from "../support/resend-news";
import { resendStub } from "../support/resend-stub";
import { aPlanWithEveryone, type Everyone } from "../support/standings";

const provider = await resendStub();
useDatabase({
  ...{ MAIL_TRANSPORT: "resend", RESEND_API_KEY: provider.apiKey, RESEND_BASE_URL: provider.url },
  RESEND_WEBHOOK_SECRET: webhookSecret,
});

let everyone: Everyone;
beforeEach(async () => {
  provider.accepted.length = 0;
  for (const table of ["mail", "suppression", "mail_count", "mail_pause", "rate_limit"]) {
    await owner().unsafe(`delete from ${table}`);
  }
  everyone = await aPlanWithEveryone();
});
afterAll(async () => {
  await closeTransport();
  await provider.close();
});

const deliver = () => deliverDueMail(new AbortController().signal);
const arrived = () => provider.mails().map(({ to }) => to);
const here = () => ({ workspaceId: everyone.workspace.workspaceId });
const inviteTo = (to: string, participantId = newId()) => queueInvitationMail({ ...everyone.plan, participantId, to });

/** So many mails of this week were sent before. */
const sentBefore = (sent: number) =>
  owner()`insert into mail_count ${owner()({ workspace_id: here().workspaceId, day: new Date(), sent })}`;

/** Sends so many invitations, each of which comes back. */
async function bounce(count: number): Promise<string[]> {
  const addresses = Array.from({ length: count }, () => `${newId()}@northwind.test`);
  for (const email of addresses)
    await inviteTo(email, await aPlace(everyone.plan, { status: "invited", email, name: "A" }));
  await deliver();
  for (const email of addresses) {
    const [row] = await owner()`select provider_id from mail where "to" = ${email}`;
    await tell({ type: "email.bounced", emailId: row?.provider_id, bounce: { type: "Permanent", subType: "General" } });
  }
  return addresses;
}

const pauses = () => owner()`select sent, bounced, complained from mail_pause`;
const asOwner = () => everyone.callers["workspace.owner"];

test("a workspace above four bounces in a hundred is paused, and its admins are told once", async () => {
  await sentBefore(96);
  await bounce(4);
  expect(await pauses()).toEqual([]);
  await bounce(1);
  expect(await pauses()).toMatchObject([{ sent: 101, bounced: 5 }]);
  await bounce(1);
  const told = await owner()`select "to" from mail where template = 'mail-paused' order by 1`;
  const admins = [everyone.members.owner.email, everyone.members.admin.email].sort();
  expect(told.map(({ to }) => to)).toEqual(admins);
  await deliver();
  expect(arrived()).toEqual(expect.arrayContaining(admins));
});

test("few mails pause nobody, and one workspace's bounces are not another's", async () => {
  await bounce(3);
  expect(await pauses()).toEqual([]);
  const [row] = await owner()`select sent, bounced from mail_count where workspace_id = ${here().workspaceId}`;
  expect(row).toEqual({ sent: 3, bounced: 3 });
});

test("while paused, invitations wait, what is told daily is left out, and who signs in gets their mail", async () => {
  await sentBefore(60);
  await bounce(4);
  expect(await pauses()).toHaveLength(1);
  await deliver();
  provider.accepted.length = 0;

  await inviteTo("waits@northwind.test");
  await inviteTo("told@northwind.test");
  await owner()`update mail set template = 'notification' where "to" = 'told@northwind.test'`;
  await queueSignInMail("signs-in", "signs.in@northwind.test");
  await deliver();
  expect(arrived()).toEqual(["signs.in@northwind.test"]);
  const rows =
    await owner()`select "to", state from mail where "to" in ('waits@northwind.test', 'told@northwind.test') order by 1`;
  expect([...rows]).toEqual([
    { to: "told@northwind.test", state: "skipped" },
    { to: "waits@northwind.test", state: "queued" },
  ]);
});

test("it goes on by an admin who has seen every address that bounced, and what waited leaves", async () => {
  await sentBefore(60);
  const addresses = await bounce(4);
  await inviteTo("waits@northwind.test");
  await deliver();
  const standing = await readMailStanding.run(asOwner(), here());
  expect(standing.addresses.map(({ email }) => email).sort()).toEqual(addresses.toSorted());
  expect(standing.paused).toMatchObject({ sent: 64, bounced: 3 });

  const some = addresses.slice(1);
  await expect(resumeMail.run(asOwner(), { ...here(), seen: some })).rejects.toMatchObject({ code: "conflict" });
  expect(await pauses()).toHaveLength(1);
  expect(await resumeMail.run(asOwner(), { ...here(), seen: addresses })).toMatchObject({ paused: null });
  await deliver();
  expect(arrived()).toContain("waits@northwind.test");
  expect(await owner()`select 1 from mail_pause`).toEqual([]);
});

test("after it went on, the old bounces count no more, and a third time in a day is too often", async () => {
  for (const _ of [1, 2]) {
    await sentBefore(60);
    await bounce(4);
    const { addresses } = await readMailStanding.run(asOwner(), here());
    await resumeMail.run(asOwner(), { ...here(), seen: addresses.map(({ email }) => email) });
    await bounce(1);
    expect(await pauses()).toEqual([]);
    await owner()`delete from mail_count`;
  }
  await sentBefore(60);
  await bounce(4);
  const { addresses } = await readMailStanding.run(asOwner(), here());
  const seen = addresses.map(({ email }) => email);
  await expect(resumeMail.run(asOwner(), { ...here(), seen })).rejects.toMatchObject({ code: "too_many" });
});
