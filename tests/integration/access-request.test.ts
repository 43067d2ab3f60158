import { beforeEach, expect, test } from "vitest";
import { hashOf, newId } from "@/server/domain/_kernel";
import {
  acceptInvitation,
  acceptWithCode,
  previewInvitation,
  requestFreshInvitation,
  sendInvitationCode,
} from "@/server/domain/access";
import {
  answerAccessRequest,
  askForAccess,
  listAccessRequests,
  previewAccessRequest,
} from "@/server/domain/access-request";
import { listNotices, tellPeople } from "@/server/domain/notification";
import { invite, removeParticipant, revokeInvitation } from "@/server/domain/participant";
import { allowDomain, readPlan } from "@/server/domain/plan";
import { renderMail } from "@/server/mail/render";
import { moveClock, resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { eventsOf } from "../support/events";
import { aMember, aParticipant, aPerson, aPlan, aWorkspace } from "../support/factory";
import { lastMailTo, mailsTo, tokenIn } from "../support/mails";

useDatabase();
beforeEach(resetClock);

const visitor = () => ({ personId: null, ip: newId() });
let counted = 0;
const someone = () => {
  counted += 1;
  return `stranger${counted}@customer.test`;
};

async function aForwardedLink(side: "buyer" | "seller" = "buyer") {
  const workspace = await aWorkspace();
  const plan = await aPlan({ workspace });
  const seller = await aParticipant(plan, { side: "seller", role: "owner" });
  const lead = await aParticipant(plan, { side: "buyer", role: "lead" });
  const hana = someone();
  const role = side === "buyer" ? "contributor" : "editor";
  const given = { planId: plan.planId, email: hana, name: "Hana Brandt", side, role };
  const { id: participantId } = await invite.run(seller, given);
  return { workspace, plan, seller, lead, hana, participantId, token: tokenIn(await lastMailTo(hana)) };
}

const asking = (token: string, email = someone()) => ({
  token,
  name: "Jonas Keller",
  email,
  why: "I stand in for Hana",
});
const requestsOn = (planId: string) =>
  owner()`select id, state, email, side from access_request where plan_id = ${planId}`;

test("a stranger asks, the lead is mailed and says yes, and the stranger gets an invitation of their own", async () => {
  const { plan, seller, lead, token } = await aForwardedLink();
  const email = someone();
  await askForAccess.run(visitor(), asking(token, email));

  const mail = await lastMailTo(lead.email);
  const { html, text } = await renderMail({ ...mail, locale: "en" });
  for (const body of [html, text])
    for (const part of ["Jonas Keller", email, "I stand in for Hana"]) expect(body).toContain(part);
  expect(await mailsTo(seller.email)).toEqual([]);

  const link = tokenIn(mail);
  const shown = await previewAccessRequest.run(lead, { token: link });
  if (shown.state === "gone") throw new Error("the request is gone");
  expect(shown).toMatchObject({ state: "open", name: "Jonas Keller", email, to: lead.email, isReader: true });
  expect(await previewAccessRequest.run(visitor(), { token: link })).toMatchObject({ state: "open", isReader: false });
  expect(await listAccessRequests.run(lead, { planId: plan.planId })).toMatchObject([{ id: shown.id, email }]);
  expect(await listAccessRequests.run(seller, { planId: plan.planId })).toHaveLength(1);
  await tellPeople();
  const { notices } = await listNotices.run(lead, {});
  expect(notices).toMatchObject([{ told: { wording: "asked" }, path: `/plans/${plan.planId}/people` }]);
  expect((await listNotices.run(seller, {})).notices).toEqual([]);

  const answer = { planId: plan.planId, requestId: shown.id, answer: "approve" };
  await answerAccessRequest.run(lead, answer);
  await answerAccessRequest.run(lead, answer);
  expect((await mailsTo(email)).map(({ template }) => template)).toEqual(["invitation"]);
  expect(await previewAccessRequest.run(lead, { token: link })).toMatchObject({
    state: "approved",
    answeredByName: lead.name,
  });
  const declined = answerAccessRequest.run(seller, { ...answer, answer: "decline" });
  await expect(declined).rejects.toMatchObject({ code: "request_answered" });

  const entered = await acceptInvitation.run(visitor(), { token: tokenIn(await lastMailTo(email)) });
  const { me } = await readPlan.run(entered, { planId: plan.planId });
  expect(me).toMatchObject({ side: "buyer", role: "contributor", name: "Jonas Keller" });
  const kinds = (await eventsOf(plan.planId)).map(({ kind }) => kind);
  expect(kinds).toEqual(["participant.invited", "access_request.asked", "participant.invited", "participant.joined"]);
});

test("looking at the mail's link, however often, answers nothing; nor does it let in who only holds it", async () => {
  const { plan, lead, token } = await aForwardedLink();
  await askForAccess.run(visitor(), asking(token));
  const link = tokenIn(await lastMailTo(lead.email));
  for (let look = 0; look < 10; look += 1) await previewAccessRequest.run(visitor(), { token: link });
  const [request] = await requestsOn(plan.planId);
  expect(request?.state).toBe("open");
  const answer = { planId: plan.planId, requestId: request?.id, answer: "approve" };
  await expect(answerAccessRequest.run(visitor(), answer)).rejects.toMatchObject({ code: "not_signed_in" });
  await expect(answerAccessRequest.run(await aPerson(), answer)).rejects.toMatchObject({ code: "not_found" });
  expect(await previewAccessRequest.run(lead, { token: `${link}x` })).toEqual({ state: "gone" });
  expect(await previewAccessRequest.run(lead, { token: "x".repeat(60) })).toEqual({ state: "gone" });
  moveClock({ days: 31 });
  expect(await previewAccessRequest.run(lead, { token: link })).toEqual({ state: "gone" });
});

test("who no longer leads the committee is shown nothing by the mail that they got", async () => {
  const { plan, lead, token } = await aForwardedLink();
  await askForAccess.run(visitor(), asking(token));
  const link = tokenIn(await lastMailTo(lead.email));
  await aParticipant(plan, { side: "buyer", role: "lead" });
  await owner()`update participant set role = 'contributor' where id = ${lead.participantId}`;
  expect(await previewAccessRequest.run(lead, { token: link })).toEqual({ state: "gone" });
  await owner()`update participant set role = 'lead' where id = ${lead.participantId}`;
  expect(await previewAccessRequest.run(visitor(), { token: link })).toMatchObject({ state: "open" });
  await removeParticipant.run(lead, { planId: plan.planId, participantId: lead.participantId });
  expect(await previewAccessRequest.run(visitor(), { token: link })).toEqual({ state: "gone" });
});

test("said no, the stranger is told so politely, once, and is not heard again for a month", async () => {
  const { plan, lead, seller, token } = await aForwardedLink();
  const email = someone();
  await askForAccess.run(visitor(), asking(token, email));
  const [request] = await requestsOn(plan.planId);
  await answerAccessRequest.run(seller, { planId: plan.planId, requestId: request?.id, answer: "decline" });
  expect((await mailsTo(email)).map(({ template }) => template)).toEqual(["access-declined"]);
  await askForAccess.run(visitor(), asking(token, email));
  expect(await requestsOn(plan.planId)).toHaveLength(1);
  expect(await mailsTo(lead.email)).toHaveLength(1);
  moveClock({ days: 31 });
  await askForAccess.run(visitor(), asking(token, email));
  expect(await requestsOn(plan.planId)).toHaveLength(2);
});

test("asked several times, also at once, it is one request and one mail", async () => {
  const { plan, lead, token } = await aForwardedLink();
  const email = someone();
  await Promise.all([1, 2, 3].map(() => askForAccess.run(visitor(), asking(token, email))));
  await askForAccess.run(visitor(), asking(token, email.toUpperCase()));
  expect(await requestsOn(plan.planId)).toHaveLength(1);
  expect(await mailsTo(lead.email)).toHaveLength(1);
});

test("one link asks five times a day at most", async () => {
  const { token } = await aForwardedLink();
  for (let n = 0; n < 5; n += 1) await askForAccess.run(visitor(), asking(token));
  await expect(askForAccess.run(visitor(), asking(token))).rejects.toMatchObject({ code: "too_many" });
});

test("the answer is the same for who takes part already: they get their own way in, and the lead no mail", async () => {
  const { plan, lead, token } = await aForwardedLink();
  const colleague = await aParticipant(plan, { side: "buyer", role: "viewer" });
  expect(await askForAccess.run(visitor(), asking(token, colleague.email))).toEqual({});
  expect((await mailsTo(colleague.email)).map(({ template }) => template)).toEqual(["sign-in"]);

  const invited = someone();
  await invite.run(lead, { planId: plan.planId, email: invited, name: "Ana Reyes", side: "buyer", role: "viewer" });
  expect(await askForAccess.run(visitor(), asking(token, invited))).toEqual({});
  expect(await mailsTo(invited)).toHaveLength(1);
  moveClock({ hours: 2 });
  expect(await askForAccess.run(visitor(), asking(token, invited))).toEqual({});
  expect(await mailsTo(invited)).toHaveLength(2);
  expect(await requestsOn(plan.planId)).toHaveLength(0);
  expect(await mailsTo(lead.email)).toHaveLength(0);
});

test("the supplier's own people can't ask themselves into the committee", async () => {
  const { workspace, plan, token } = await aForwardedLink();
  const colleague = await aMember(workspace.workspaceId);
  expect(await askForAccess.run(colleague, asking(token))).toEqual({});
  expect(await requestsOn(plan.planId)).toHaveLength(0);
});

test("who is signed in asks as themselves, whatever address they type; the invited address can't ask", async () => {
  const { plan, hana, token } = await aForwardedLink();
  const stranger = await aPerson();
  await askForAccess.run(stranger, asking(token, "president@customer.test"));
  expect(await requestsOn(plan.planId)).toMatchObject([{ email: stranger.email }]);
  const own = askForAccess.run(visitor(), asking(token, hana));
  await expect(own).rejects.toMatchObject({ code: "invalid", details: { fields: { email: "invited_address" } } });
  const nobody = askForAccess.run(visitor(), { ...asking(token), email: null });
  await expect(nobody).rejects.toMatchObject({ code: "invalid", details: { fields: { email: "required" } } });
});

test("a link that was taken back, or never was, asks for nothing", async () => {
  const { plan, seller, participantId, token } = await aForwardedLink();
  await revokeInvitation.run(seller, { planId: plan.planId, participantId });
  await expect(askForAccess.run(visitor(), asking(token))).rejects.toMatchObject({ code: "not_found" });
  await expect(askForAccess.run(visitor(), asking("x".repeat(43)))).rejects.toMatchObject({ code: "not_found" });
});

test("who joins the supplier's side is for its owner to say, and no lead sees it", async () => {
  const { plan, seller, lead, token } = await aForwardedLink("seller");
  const email = someone();
  await askForAccess.run(visitor(), asking(token, email));
  expect((await mailsTo(seller.email)).map(({ template }) => template)).toEqual(["access-request"]);
  expect(await mailsTo(lead.email)).toEqual([]);
  expect(await listAccessRequests.run(lead, { planId: plan.planId })).toEqual([]);
  const [request] = await requestsOn(plan.planId);
  const answer = { planId: plan.planId, requestId: request?.id, answer: "approve" };
  await expect(answerAccessRequest.run(lead, answer)).rejects.toMatchObject({ code: "not_found" });
  await answerAccessRequest.run(seller, answer);
  const [seat] = await owner()`select side, role from participant where email = ${email}`;
  expect(seat).toEqual({ side: "seller", role: "editor" });
});

test("a code to the invited address lets its reader in, in a browser that is signed in as somebody else", async () => {
  const { plan, hana, token } = await aForwardedLink();
  const other = await aPerson();
  await sendInvitationCode.run(other, { token });
  const mail = await lastMailTo(hana);
  expect(mail.template).toBe("invitation-code");
  expect(JSON.stringify(mail.props)).not.toContain("http");
  expect(await mailsTo(other.email)).toEqual([]);

  const code = String(mail.props.code);
  const wrong = code === "000000" ? "000001" : "000000";
  expect(await acceptWithCode.run(other, { token, code: wrong })).toEqual({ outcome: "code_wrong", left: 4 });
  const entered = await acceptWithCode.run(other, { token, code });
  if (entered.outcome !== "opened") throw new Error("the code did not open");
  const { me } = await readPlan.run(entered, { planId: plan.planId });
  expect(me.name).toBe("Hana Brandt");
  await expect(readPlan.run(other, { planId: plan.planId })).rejects.toMatchObject({ code: "not_found" });
  await expect(acceptWithCode.run(other, { token, code })).resolves.toEqual({ outcome: "code_used_up" });
});

test("a code is tried five times, and is no good for another invitation", async () => {
  const { hana, token } = await aForwardedLink();
  const elsewhere = await aForwardedLink();
  await sendInvitationCode.run(visitor(), { token });
  const code = String((await lastMailTo(hana)).props.code);
  expect(await acceptWithCode.run(visitor(), { token: elsewhere.token, code })).toEqual({ outcome: "code_used_up" });
  const wrong = code === "000000" ? "000001" : "000000";
  for (let n = 0; n < 5; n += 1) await acceptWithCode.run(visitor(), { token, code: wrong });
  expect(await acceptWithCode.run(visitor(), { token, code })).toEqual({ outcome: "code_used_up" });
  expect(await previewInvitation.run(visitor(), { token })).toMatchObject({ state: "open" });
});

test("no more codes are sent than five an hour, and none for what is taken back", async () => {
  const { plan, seller, hana, participantId, token } = await aForwardedLink();
  for (let n = 0; n < 5; n += 1) await sendInvitationCode.run(visitor(), { token });
  await expect(sendInvitationCode.run(visitor(), { token })).rejects.toMatchObject({ code: "too_many" });
  await revokeInvitation.run(seller, { planId: plan.planId, participantId });
  await owner()`delete from rate_limit`;
  const before = (await mailsTo(hana)).length;
  await sendInvitationCode.run(visitor(), { token });
  expect(await mailsTo(hana)).toHaveLength(before);
});

test("domains: a stranger elsewhere is refused without being told which would do; a lead is told", async () => {
  const { plan, lead, seller, hana, token } = await aForwardedLink();
  await allowDomain.run(lead, { planId: plan.planId, domain: "@Customer.TEST" });
  const refusal = await askForAccess.run(visitor(), asking(token, "x@elsewhere.test")).catch((reason) => reason);
  expect(refusal).toMatchObject({ code: "domain_not_allowed", details: { titles: [] } });

  const guest = { planId: plan.planId, name: "Ana Reyes", side: "buyer", role: "viewer" };
  for (const [email, code] of [
    ["ana@elsewhere.test", "domain_not_allowed"],
    ["ana@mail.customer.test", "domain_looks_alike"],
    ["ana@cust\u043emer.test", "domain_looks_alike"],
  ] as const) {
    const refused = invite.run(lead, { ...guest, email });
    await expect(refused).rejects.toMatchObject({ code, details: { titles: ["customer.test"] } });
  }
  await expect(invite.run(seller, { ...guest, email: "ana@customer.test" })).resolves.toMatchObject({
    status: "invited",
  });
  await expect(
    invite.run(seller, { ...guest, side: "seller", role: "editor", email: "me@supplier.test" }),
  ).resolves.toMatchObject({ status: "invited" });

  // Who was asked for before the list was made, and is outside of it, can't be let in past it.
  await owner()`update plan set allowed_domains = '{elsewhere.test}' where id = ${plan.planId}`;
  await owner()`update invitation set expires_at = now() - interval '1 second' where token_hash = ${hashOf(token)}`;
  moveClock({ minutes: 1 });
  expect(await previewInvitation.run(visitor(), { token })).toMatchObject({ state: "expired", canRenew: false });
  await requestFreshInvitation.run(visitor(), { token });
  expect(await mailsTo(hana)).toHaveLength(1);
  expect((await readPlan.run(lead, { planId: plan.planId })).participants.map(({ email }) => email)).toContain(
    lead.email,
  );
});

test("a request that was open when the list was made is refused when it is answered", async () => {
  const { plan, lead, token } = await aForwardedLink();
  await askForAccess.run(visitor(), asking(token, "jonas@elsewhere.test"));
  await allowDomain.run(lead, { planId: plan.planId, domain: "customer.test" });
  const [request] = await requestsOn(plan.planId);
  const approve = answerAccessRequest.run(lead, { planId: plan.planId, requestId: request?.id, answer: "approve" });
  await expect(approve).rejects.toMatchObject({ code: "domain_not_allowed" });
  expect(await mailsTo("jonas@elsewhere.test")).toEqual([]);
  expect(await requestsOn(plan.planId)).toMatchObject([{ state: "open" }]);
});
