import { beforeEach, expect, test } from "vitest";
import { preferencesLink, readUnsubscribeLink, unsubscribeLink } from "@/server/domain/_kernel";
import { readPreferences, unsubscribe } from "@/server/domain/access";
import { listMailPreferences } from "@/server/domain/person";
import { owner, useDatabase } from "../support/database";
import {
  aPlanOf,
  beginOnWednesday,
  digests,
  type Headed,
  MONDAY,
  NEXT_MONDAY,
  news,
  plansIn,
  theOneDigest,
  tick,
} from "../support/digests";
import { aParticipant, aStep, aWorkspace, type TestPlan } from "../support/factory";
import { endedBy } from "../support/mails";
import { deliver } from "../support/reminders";

useDatabase();

let acme: Awaited<ReturnType<typeof beginOnWednesday>>;
beforeEach(async () => {
  acme = await beginOnWednesday();
});

const tokenOf = (link: string) => new URL(link).searchParams.get("token") ?? "";
const switchOff = ({ planId }: TestPlan) =>
  owner()`insert into notification_choice ${owner()({ person_id: acme.dana.personId, plan_id: planId, kind: "digest", choice: "off", changed_at: new Date() })}`;

test("who owns several plans in a workspace reads of all of them in one mail, and of another workspace's in another", async () => {
  const orders = await aPlanOf(acme, "New orders");
  const rota = await aPlanOf(acme, "Paper rota");
  const quiet = await aPlanOf(acme, "On-call list");
  const left = await aPlanOf(acme, "Long forgotten");
  const elsewhere = await aPlanOf({ ...acme, workspace: await aWorkspace() }, "Elsewhere");
  await news(orders, "Answer the questions");
  await news(rota, "Load test");
  await aStep(rota, { title: "Send the draft", ownerId: rota.dana.participantId, dueOn: "2027-02-08" });
  await news(elsewhere, "Nobody else's matter");
  for (const plan of [quiet, left]) await news(plan, "Long done");
  await owner()`update event set at = '2027-01-25' where plan_id = ${quiet.planId}`;
  await owner()`update event set at = '2026-12-01' where plan_id = ${left.planId}`;
  await owner()`update digest_due set told_shared = 99 where plan_id in ${owner()([quiet.planId, left.planId])}`;
  await tick(MONDAY);
  await deliver();

  const mails = await digests();
  expect(mails).toHaveLength(2);
  const other = mails.find(({ workspace_id }) => workspace_id !== acme.workspace.workspaceId);
  expect(other).toMatchObject({
    state: "sent",
    plan_id: elsewhere.planId,
    subject: expect.stringMatching(/^Elsewhere, /),
  });
  expect(other?.text).not.toContain("Load test");
  const ours = mails.find(({ workspace_id }) => workspace_id === acme.workspace.workspaceId);
  expect(ours).toMatchObject({
    ...{ state: "sent", plan_id: null, participant_id: null, from_name: "Acme Scheduling", reply_to: null },
    subject: "Paper rota and one more plan, the week ahead: nothing due, one overdue",
  });
  expect(ours?.text).toMatch(/Paper rota.*Load test.*Send the draft.*New orders.*Answer the questions/s);
  expect(ours?.text).toContain("Nothing moved and nothing is due on “On-call list”.");
  expect(ours?.text).not.toMatch(/Nobody else's matter|Long forgotten/);
  expect(ours?.headers.References).toBe(`<plan.${rota.planId}@localhost> <plan.${orders.planId}@localhost>`);
  expect(endedBy(ours?.headers)).toEqual({ from: "digests" });
});

test("each plan is told as its own side may see it", async () => {
  const owned = await aPlanOf(acme, "Hers to sell");
  const led = await aPlanOf(acme, "Hers to buy", { side: "buyer" });
  const priya = await aParticipant(owned, { side: "buyer", role: "lead" });
  const lena = await aParticipant(led, { side: "seller", role: "owner" });
  await news(owned, "Price with the board", "seller");
  await news(led, "Ask our lawyers", "committee");
  await news({ ...owned, dana: priya }, "What the customer keeps", "committee");
  await news({ ...led, dana: lena }, "What the supplier keeps", "seller");
  await tick(MONDAY);
  await deliver();
  const hers = (await digests()).find(({ to }) => to === acme.dana.email);
  expect(hers?.text).toMatch(/Price with the board/);
  expect(hers?.text).toMatch(/Ask our lawyers/);
  expect(`${hers?.html}${hers?.text}`).not.toMatch(/What the/);
});

test("a plan whose digest is off is not among them, and the one that is left has the mail to itself", async () => {
  const orders = await aPlanOf(acme, "New orders");
  const rota = await aPlanOf(acme, "Paper rota");
  await news(orders, "Answer the questions");
  await news(rota, "Load test");
  await switchOff(rota);
  await tick(MONDAY);
  const mail = await theOneDigest();
  expect(plansIn(mail)).toEqual(["New orders"]);
  expect(mail.plan_id).toBe(orders.planId);
  expect(readUnsubscribeLink(tokenOf(mail.props.unsubscribeUrl))?.mails).toEqual({
    from: "digest",
    plan: orders.planId,
  });
});

const between: Record<string, (plan: Headed) => Promise<unknown>> = {
  "its digest was switched off": switchOff,
  "it was handed over": (plan) =>
    owner()`update participation set role = 'editor' where participant_id = ${plan.dana.participantId}`,
  "it was left": (plan) => owner()`delete from participation where participant_id = ${plan.dana.participantId}`,
  "it was removed": (plan) => owner()`update plan set removed_at = now() where id = ${plan.planId}`,
};

test.each(Object.entries(between))("a plan is left out when %s before the mail left", async (_, happens) => {
  const orders = await aPlanOf(acme, "New orders");
  const rota = await aPlanOf(acme, "Paper rota");
  await news(orders, "Answer the questions");
  await news(rota, "Load test");
  await tick(MONDAY);
  expect(plansIn(await theOneDigest())).toHaveLength(2);
  await happens(rota);
  await deliver();
  const mail = await theOneDigest();
  expect(mail).toMatchObject({ state: "sent", subject: "New orders, the week ahead: nothing due" });
  expect(`${mail.html}${mail.text}`).not.toMatch(/Paper rota|Load test/);
  expect(mail.headers.References).toBe(`<plan.${orders.planId}@localhost>`);
});

test("a step that became the other side's own, or was removed, before the mail left is not told", async () => {
  const [rota, nights] = [await aPlanOf(acme, "Paper rota"), await aPlanOf(acme, "Night shifts")];
  await news(rota, "Load test");
  await news(nights, "Only that");
  const theirs = await aStep(rota, { title: "Ask our lawyers", dueOn: "2027-02-17" });
  const removed = await aStep(rota, { title: "Send the draft", dueOn: "2027-02-08" });
  await tick(MONDAY);
  const { props } = await theOneDigest();
  for (const title of ["Only that", "Ask our lawyers", "Send the draft"])
    expect(JSON.stringify(props)).toContain(title);
  await owner()`update step set zone = 'committee' where id = ${theirs} or plan_id = ${nights.planId}`;
  await owner()`update step set removed_at = now() where id = ${removed}`;
  await deliver();
  const mail = await theOneDigest();
  expect(mail).toMatchObject({ state: "sent", subject: "Paper rota, the week ahead: nothing due" });
  expect(mail.text).toContain("Load test");
  expect(`${mail.html}${mail.text}`).not.toMatch(/Only that|Night shifts|Ask our lawyers|Send the draft/);
});

test("with none left the whole mail stays", async () => {
  const plans = [await aPlanOf(acme, "New orders"), await aPlanOf(acme, "Paper rota")];
  for (const plan of plans) await news(plan, "Load test");
  await tick(MONDAY);
  for (const plan of plans) await switchOff(plan);
  await deliver();
  expect(await theOneDigest()).toMatchObject({ state: "skipped" });
});

test("one click ends all of them in that workspace, the next ones included, and no other workspace's", async () => {
  const orders = await aPlanOf(acme, "New orders");
  const rota = await aPlanOf(acme, "Paper rota");
  const elsewhere = await aPlanOf({ ...acme, workspace: await aWorkspace() }, "Elsewhere");
  for (const plan of [orders, rota, elsewhere]) await news(plan, "Load test");
  const reader = { workspaceId: acme.workspace.workspaceId, personId: acme.dana.personId };
  const visitor = { personId: null, ip: "192.0.2.7" };
  await tick(MONDAY);
  const token = tokenOf(unsubscribeLink(reader, { from: "digests" }));
  expect(await unsubscribe.run(visitor, { token })).toMatchObject({ from: "digests", planTitle: null, isEnded: true });
  await deliver();
  expect((await digests()).map(({ workspace_id, state }) => [workspace_id, state]).sort()).toEqual(
    [
      [acme.workspace.workspaceId, "skipped"],
      [elsewhere.workspaceId, "sent"],
    ].sort(),
  );
  const preferences = tokenOf(preferencesLink(reader, new Date(MONDAY)));
  expect(await readPreferences.run(visitor, { token: preferences })).toMatchObject({
    ...{ reminders: true, notifications: true, digests: false },
    plans: [{ digest: true }, { digest: true }],
  });
  const switches = await listMailPreferences.run(orders.dana, {});
  expect(switches.map(({ digests: on }) => on).sort()).toEqual([false, true]);

  await news(await aPlanOf(acme, "The newest"), "Begin");
  await owner()`delete from mail`;
  await tick(NEXT_MONDAY);
  expect((await digests()).map(({ workspace_id }) => workspace_id)).not.toContain(acme.workspace.workspaceId);
});
