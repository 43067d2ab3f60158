import { beforeEach, expect, test } from "vitest";
import { invitation } from "@/db/schema";
import { withinService } from "@/server/domain/_kernel";
import { acceptInvitation, confirmSignIn, previewInvitation, requestFreshInvitation } from "@/server/domain/access";
import { invite, removeParticipant, resendInvitation, revokeInvitation } from "@/server/domain/participant";
import { readPlan } from "@/server/domain/plan";
import { createWorkspace, inviteMember, readWorkspace, removeMember, setMemberRole } from "@/server/domain/workspace";
import { renderMail } from "@/server/mail/render";
import { moveClock, resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aMember, aParticipant, aPerson, aPlan, aWorkspace } from "../support/factory";
import { lastMailTo, mailsTo, tokenIn } from "../support/mails";

useDatabase();
beforeEach(resetClock);

const visitor = { personId: null, ip: "192.0.2.7" };
let counted = 0;
const someone = () => {
  counted += 1;
  return `invited${counted}@customer.test`;
};

async function anInvitation(email = someone()) {
  const plan = await aPlan();
  const seller = await aParticipant(plan, { side: "seller", role: "owner" });
  const given = { planId: plan.planId, email, name: "Dana Weber", side: "buyer", role: "lead", buyingRole: "champion" };
  const invited = await invite.run(seller, given);
  return { plan, seller, email, participantId: invited.id, token: tokenIn(await lastMailTo(email)) };
}

test("one button: the invited person is on the plan, by name, and everybody sees it", async () => {
  const { plan, seller, email, token, participantId } = await anInvitation();
  expect(await previewInvitation.run(visitor, { token })).toMatchObject({
    state: "open",
    email,
    invitedBy: seller.name,
    name: "Dana Weber",
    side: "buyer",
  });
  const entered = await acceptInvitation.run(visitor, { token, timeZone: "America/New_York" });
  expect(entered.redirectTo).toBe(`/plans/${plan.planId}`);

  const seen = await readPlan.run(entered, { planId: plan.planId });
  expect(seen.me).toMatchObject({ participantId, side: "buyer", role: "lead", name: "Dana Weber" });
  const events = await owner()`select kind, zone from event where plan_id = ${plan.planId} order by seq`;
  expect(events.at(-1)).toEqual({ kind: "participant.joined", zone: "shared" });
  const [who] = await owner()`select email, name, time_zone from person where id = ${entered.personId}`;
  expect(who).toEqual({ email, name: "Dana Weber", time_zone: "America/New_York" });
});

test("what is queued can be drawn: who asks, for what, and the link", async () => {
  const { email, seller, token } = await anInvitation();
  const { html, text, subject } = await renderMail({ ...(await lastMailTo(email)), locale: "en" });
  expect(subject).toContain(seller.name);
  for (const body of [html, text]) expect(body).toContain(token);

  const { workspaceId, owner: boss } = await aWorkspace({ name: "Acme Scheduling" });
  const colleague = someone();
  await inviteMember.run(boss, { workspaceId, email: colleague, name: "Jo Berg", role: "admin" });
  const drawn = await renderMail({ ...(await lastMailTo(colleague)), locale: "en" });
  expect(drawn.text).toContain("Acme Scheduling");
});

test("an invitation works once, also when the button is pressed three times at once", async () => {
  const { token, email } = await anInvitation();
  const tries = await Promise.allSettled([1, 2, 3].map(() => acceptInvitation.run(visitor, { token })));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await previewInvitation.run(visitor, { token })).toMatchObject({ state: "used", email, canRenew: true });
});

test("looking never uses it up", async () => {
  const { token } = await anInvitation();
  for (let look = 0; look < 4; look += 1) await previewInvitation.run(visitor, { token });
  expect(await acceptInvitation.run(visitor, { token })).toBeTruthy();
});

test("after seven days it lets nobody in, and a fresh one goes to the invited address only", async () => {
  const { token, email, plan } = await anInvitation();
  moveClock({ days: 7, minutes: 1 });
  expect(await previewInvitation.run(visitor, { token })).toMatchObject({ state: "expired", canRenew: true });
  await expect(acceptInvitation.run(visitor, { token })).rejects.toMatchObject({ code: "link_expired" });

  const stranger = await aPerson();
  expect(await requestFreshInvitation.run(stranger, { token })).toEqual({});
  expect(await mailsTo(stranger.email)).toEqual([]);
  const fresh = tokenIn(await lastMailTo(email));
  expect(fresh).not.toBe(token);
  expect(await acceptInvitation.run(visitor, { token: fresh })).toMatchObject({ redirectTo: `/plans/${plan.planId}` });
});

test("a forwarded link does not let in who is signed in with another address", async () => {
  const { token, email, plan } = await anInvitation();
  const other = await aPerson();
  expect(await previewInvitation.run(other, { token })).toMatchObject({
    state: "other_person",
    email,
    signedInAs: other.email,
    canRenew: true,
  });
  await expect(acceptInvitation.run(other, { token })).rejects.toMatchObject({ code: "other_person" });
  await expect(readPlan.run(other, { planId: plan.planId })).rejects.toMatchObject({ code: "not_found" });
  expect(await acceptInvitation.run(visitor, { token })).toBeTruthy();
});

test("sent again, the newer link works and the older does not", async () => {
  const { token, email, plan, seller, participantId } = await anInvitation();
  moveClock({ minutes: 61 });
  await resendInvitation.run(seller, { planId: plan.planId, participantId });
  await expect(acceptInvitation.run(visitor, { token })).rejects.toMatchObject({ code: "link_revoked" });
  expect(await previewInvitation.run(visitor, { token })).toMatchObject({ state: "revoked", canRenew: true });
  expect(await acceptInvitation.run(visitor, { token: tokenIn(await lastMailTo(email)) })).toBeTruthy();
});

test("taken back, it lets nobody in and cannot be renewed by whoever holds the link", async () => {
  const { token, email, plan, seller, participantId } = await anInvitation();
  await revokeInvitation.run(seller, { planId: plan.planId, participantId });
  expect(await previewInvitation.run(visitor, { token })).toMatchObject({ state: "revoked", canRenew: false });
  await expect(acceptInvitation.run(visitor, { token })).rejects.toMatchObject({ code: "link_revoked" });
  await requestFreshInvitation.run(visitor, { token });
  expect(await mailsTo(email)).toHaveLength(1);
});

test("who has joined gets back in by a mail to the invited address, to the plan", async () => {
  const { token, email, plan } = await anInvitation();
  await acceptInvitation.run(visitor, { token });
  await requestFreshInvitation.run(visitor, { token });
  const mail = await lastMailTo(email);
  expect(mail.template).toBe("sign-in");
  expect(await confirmSignIn.run(visitor, { token: tokenIn(mail) })).toMatchObject({
    redirectTo: `/plans/${plan.planId}`,
  });
});

test("who was removed gets in by no link that was ever sent", async () => {
  const { token, email, plan, seller } = await anInvitation();
  const entered = await acceptInvitation.run(visitor, { token });
  const colleague = await aParticipant(plan, { side: "buyer", role: "lead" });
  const { me } = await readPlan.run(entered, { planId: plan.planId });
  await removeParticipant.run(colleague, { planId: plan.planId, participantId: me.participantId });
  await expect(readPlan.run(entered, { planId: plan.planId })).rejects.toMatchObject({ code: "not_found" });
  await requestFreshInvitation.run(visitor, { token });
  expect(await mailsTo(email)).toHaveLength(1);
  expect(seller).toBeTruthy();
});

test("unknown links are told from nothing", async () => {
  expect(await previewInvitation.run(visitor, { token: "x".repeat(43) })).toEqual({ state: "unknown" });
  await expect(acceptInvitation.run(visitor, { token: "x".repeat(43) })).rejects.toMatchObject({ code: "not_found" });
  expect(await requestFreshInvitation.run(visitor, { token: "x".repeat(43) })).toEqual({});
});

test("without its secret no invitation is readable in a service transaction", async () => {
  await anInvitation();
  expect(await withinService((tx) => tx.select().from(invitation))).toEqual([]);
});

test("a workspace is founded with a readable address of its own", async () => {
  const founder = await aPerson();
  const made = await createWorkspace.run(founder, { name: "Müller & Søn GmbH", country: "DE" });
  expect(made.slug).toBe("mueller-and-soen-gmbh");
  const again = await createWorkspace.run(founder, { name: "Mueller and Soen, GmbH" });
  expect(again.slug).toBe("mueller-and-soen-gmbh-2");
  const signs = await createWorkspace.run(founder, { name: "株式会社" });
  expect(signs.slug).toMatch(/^[a-z0-9-]+$/);
  const view = await readWorkspace.run(founder, { workspaceId: made.id });
  expect(view).toMatchObject({ me: { role: "owner" }, members: [{ email: founder.email, role: "owner" }] });
});

test("a member is invited to the workspace and enters it", async () => {
  const { workspaceId, slug, owner: boss } = await aWorkspace();
  const email = someone();
  await inviteMember.run(boss, { workspaceId, email, name: "Jo Berg", role: "member" });
  const mail = await lastMailTo(email);
  expect(mail).toMatchObject({ template: "workspace-invitation", workspaceId });
  const token = tokenIn(mail);
  expect(await previewInvitation.run(visitor, { token })).toMatchObject({ state: "open", kind: "workspace", email });
  const entered = await acceptInvitation.run(visitor, { token });
  expect(entered.redirectTo).toBe(`/w/${slug}`);
  expect((await readWorkspace.run(entered, { workspaceId })).me.role).toBe("member");
  const retry = inviteMember.run(boss, { workspaceId, email, name: "Jo Berg", role: "member" });
  await expect(retry).rejects.toMatchObject({ code: "already_here" });
});

test("the last owner stays one; an admin makes no owners", async () => {
  const { workspaceId, owner: boss } = await aWorkspace();
  const admin = await aMember(workspaceId, { role: "admin" });
  const demote = setMemberRole.run(boss, { workspaceId, memberId: boss.memberId, role: "member" });
  await expect(demote).rejects.toMatchObject({ code: "last_owner" });
  const remove = removeMember.run(boss, { workspaceId, memberId: boss.memberId });
  await expect(remove).rejects.toMatchObject({ code: "last_owner" });
  const usurp = setMemberRole.run(admin, { workspaceId, memberId: admin.memberId, role: "owner" });
  await expect(usurp).rejects.toMatchObject({ code: "not_allowed" });
  const oust = removeMember.run(admin, { workspaceId, memberId: boss.memberId });
  await expect(oust).rejects.toMatchObject({ code: "not_allowed" });
  expect(await setMemberRole.run(boss, { workspaceId, memberId: admin.memberId, role: "owner" })).toMatchObject({
    role: "owner",
  });
});

test("two owners who demote each other at once leave one", async () => {
  const { workspaceId, owner: one } = await aWorkspace();
  const other = await aMember(workspaceId, { role: "owner" });
  await Promise.allSettled([
    setMemberRole.run(one, { workspaceId, memberId: other.memberId, role: "member" }),
    setMemberRole.run(other, { workspaceId, memberId: one.memberId, role: "member" }),
  ]);
  const [left] =
    await owner()`select count(*)::int as owners from member where workspace_id = ${workspaceId} and role = 'owner'`;
  expect(left?.owners).toBe(1);
});

test("a removed member is off every plan, and their open invitations are void", async () => {
  const workspace = await aWorkspace();
  const { workspaceId, owner: boss } = workspace;
  const leaving = await aMember(workspaceId);
  const plans = [await aPlan({ workspace }), await aPlan({ workspace })];
  for (const plan of plans) await aParticipant(plan, { side: "seller", role: "editor", person: leaving });
  const elsewhere = await aPlan();
  await aParticipant(elsewhere, { side: "buyer", role: "lead", person: leaving });

  await removeMember.run(boss, { workspaceId, memberId: leaving.memberId });
  for (const { planId } of plans) {
    await expect(readPlan.run(leaving, { planId })).rejects.toMatchObject({ code: "not_found" });
    const [last] = await owner()`select kind from event where plan_id = ${planId} order by seq desc limit 1`;
    expect(last?.kind).toBe("participant.removed");
  }
  await expect(readWorkspace.run(leaving, { workspaceId })).rejects.toMatchObject({ code: "not_found" });
  expect((await readPlan.run(leaving, { planId: elsewhere.planId })).me.role).toBe("lead");

  await inviteMember.run(boss, { workspaceId, email: leaving.email, name: leaving.name, role: "member" });
  await expect(readWorkspace.run(leaving, { workspaceId })).rejects.toMatchObject({ code: "not_found" });
  const back = await acceptInvitation.run(leaving, { token: tokenIn(await lastMailTo(leaving.email)) });
  expect((await readWorkspace.run(back, { workspaceId })).me.role).toBe("member");
});
