import { beforeEach, expect, test } from "vitest";
import { showUnsubscribe, unsubscribeFromPage, unsubscribeInOneClick } from "@/server/auth/http/unsubscribe";
import { now, preferencesLink, unsubscribeLink } from "@/server/domain/_kernel";
import { sign } from "@/server/domain/_kernel/signed";
import { previewUnsubscribe, readPreferences, setPreferences, unsubscribe } from "@/server/domain/access";
import { removeParticipant } from "@/server/domain/participant";
import { moveClock, resetClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { aParticipant, aPlan, type TestParticipant, type TestPlan } from "../support/factory";

useDatabase();

let plan: TestPlan;
let lead: TestParticipant;
beforeEach(async () => {
  resetClock();
  plan = await aPlan({ title: "New orders" });
  lead = await aParticipant(plan, { side: "buyer", role: "lead" });
});

const ours = "http://localhost:3000";
const visitor = { personId: null, ip: "192.0.2.7" };
const tokenOf = (link: string) => new URL(link).searchParams.get("token") ?? "";
const reader = () => ({ ...plan, personId: lead.personId });
const linkFrom = (from: "reminders" | "notifications") => unsubscribeLink(reader(), { from });
const digestLink = (of = plan) => unsubscribeLink(reader(), { from: "digest", plan: of.planId });
const oneClick = (link: string) =>
  unsubscribeInOneClick(new Request(link, { method: "POST", body: "List-Unsubscribe=One-Click" }));
const chosen = () => readPreferences.run(visitor, { token: tokenOf(preferencesLink(reader(), now())) });

test("one click, without a cookie or an origin, ends the kind of mail that it stood in, and no other", async () => {
  expect((await oneClick(linkFrom("notifications"))).status).toBe(200);
  expect(await chosen()).toMatchObject({ reminders: true, notifications: false, plans: [{ digest: true }] });
  expect((await oneClick(digestLink())).status).toBe(200);
  expect(await chosen()).toMatchObject({ reminders: true, plans: [{ digest: false, choice: null }] });
  expect((await oneClick(linkFrom("reminders"))).status).toBe(200);
  expect(await chosen()).toMatchObject({ reminders: false });
});

test("it does so however old the mail is", async () => {
  const link = linkFrom("reminders");
  moveClock({ days: 1000 });
  expect((await oneClick(link)).status).toBe(200);
  expect(await chosen()).toMatchObject({ reminders: false });
});

test("links from when they had the preferences' token, without an end, end what they said", async () => {
  const before = (of: Record<string, string>, more: Record<string, number> = {}) => {
    const token = sign("preferences", { w: plan.workspaceId, person: lead.personId, ...more });
    return `${ours}/api/access/unsubscribe?${new URLSearchParams({ token, ...of })}`;
  };
  moveClock({ days: 1000 });
  expect((await oneClick(before({}, { exp: 1 }))).status).toBe(404);
  expect((await oneClick(before({ from: "digest" }))).status).toBe(404);
  expect((await oneClick(before({ from: "digest", plan: (await aPlan()).planId }))).status).toBe(404);
  expect(await chosen()).toMatchObject({ reminders: true, notifications: true, plans: [{ digest: true }] });
  expect((await oneClick(before({ from: "digest", plan: plan.planId }))).status).toBe(200);
  expect(await chosen()).toMatchObject({ reminders: true, notifications: true, plans: [{ digest: false }] });
  expect((await oneClick(before({ from: "notifications" }))).status).toBe(200);
  expect(await chosen()).toMatchObject({ reminders: true, notifications: false });
  expect((await oneClick(before({}))).status).toBe(200);
  expect(await chosen()).toMatchObject({ reminders: false });
  const asked = previewUnsubscribe.run(visitor, { token: tokenOf(before({})) });
  await expect(asked).rejects.toMatchObject({ code: "not_found" });
});

test("a forged link, and one of a plan that its reader has left, end nothing", async () => {
  const link = linkFrom("notifications");
  expect((await oneClick(link.replace("token=", "token=x"))).status).toBe(404);
  expect((await oneClick(digestLink(await aPlan()))).status).toBe(404);
  const left = digestLink();
  await aParticipant(plan, { side: "buyer", role: "lead" });
  await removeParticipant.run(lead, { planId: plan.planId, participantId: lead.participantId });
  expect((await oneClick(left)).status).toBe(404);
});

test("following the link changes nothing: its page says which mails a button ends", async () => {
  const link = linkFrom("notifications");
  for (let look = 0; look < 10; look += 1) {
    const shown = await showUnsubscribe(new Request(link));
    expect(shown.headers.get("location")).toBe(`${ours}/unsubscribe?token=${tokenOf(link)}`);
    expect(await previewUnsubscribe.run(visitor, { token: tokenOf(link) })).toEqual({
      email: `p…${lead.email.slice(lead.email.indexOf("@"))}`,
      workspaceName: expect.stringContaining("Seller"),
      from: "notifications",
      planTitle: null,
      isEnded: false,
    });
  }
  expect(await chosen()).toMatchObject({ reminders: true, notifications: true });

  const pressed = await unsubscribeFromPage(
    new Request(`${ours}/api/access/end-mails`, {
      method: "POST",
      body: new URLSearchParams({ token: tokenOf(link) }),
      headers: { origin: ours, "content-type": "application/x-www-form-urlencoded" },
    }),
  );
  expect(pressed.headers.get("location")).toBe(`${ours}/unsubscribe?token=${tokenOf(link)}`);
  expect(await previewUnsubscribe.run(visitor, { token: tokenOf(link) })).toMatchObject({ isEnded: true });
  const ofDigest = await previewUnsubscribe.run(visitor, { token: tokenOf(digestLink()) });
  expect(ofDigest).toMatchObject({ from: "digest", planTitle: "New orders", isEnded: false });
});

test("what ends one kind of mail opens no preferences, and the preferences' link is no such link", async () => {
  const token = tokenOf(linkFrom("reminders"));
  await expect(readPreferences.run(visitor, { token })).rejects.toMatchObject({ code: "not_found" });
  await expect(setPreferences.run(visitor, { token, notifications: false })).rejects.toMatchObject({
    code: "not_found",
  });
  const page = tokenOf(preferencesLink(reader(), now()));
  await expect(unsubscribe.run(visitor, { token: page })).rejects.toMatchObject({ code: "not_found" });
});
