import { lookAroundAs } from "@/db/seed/look-around";
import type { LinkAct } from "@/db/vocabulary";
import {
  feedLink,
  hashOf,
  newId,
  newToken,
  preferencesLink,
  requestLink,
  stepLink,
  unsubscribeLink,
} from "@/server/domain/_kernel";
import { requestSignIn, sendInvitationCode, sendStepCode } from "@/server/domain/access";
import { owner } from "../../support/database";
import { aParticipant, aPerson, aPlace, aPlan, aStep } from "../../support/factory";
import type { Ask, Entries, Input } from "./ask";

const newAddress = () => `new.${newId().slice(-12)}@people.test`;
const tokenOf = (link: string) => new URL(link).searchParams.get("token");

/** The link and the code of a sign-in mail that was asked for. */
async function signInMail() {
  const email = newAddress();
  await requestSignIn.run({ personId: null, ip: newId() }, { email });
  const [mail] = await owner()`select props->>'url' as url, props->>'code' as code from mail where "to" = ${email}`;
  return { email, token: tokenOf(mail?.url), code: mail?.code };
}

/** A link to a place on a plan of its own: for the caller's own address, where there is a caller. */
async function invitation({ caller }: Ask): Promise<Input> {
  const [reader] = caller.personId ? await owner()`select email from person where id = ${caller.personId}` : [];
  const email = reader?.email ?? newAddress();
  const { workspaceId, planId } = await aPlan();
  const participantId = await aPlace({ workspaceId, planId }, { email, name: "Rosa Lindqvist", status: "invited" });
  const token = newToken();
  await owner()`insert into invitation ${owner()({
    ...{ workspace_id: workspaceId, id: newId(), plan_id: planId, participant_id: participantId, email },
    ...{ token_hash: hashOf(token), invited_by_name: "Dana Kim", expires_at: new Date(Date.now() + 60_000) },
  })}`;
  return { token };
}

/** A link that was handed on: to the place of somebody who is not the caller. */
const anothersInvitation = (ask: Ask) => invitation({ ...ask, caller: { personId: null } });

async function invitationWithCode(ask: Ask): Promise<Input> {
  const { token } = await invitation(ask);
  await sendInvitationCode.run({ personId: null }, { token });
  const [mail] = await owner()`
    select props->>'code' as code from mail where template = 'invitation-code' order by created_at desc, id desc limit 1`;
  return { token, code: mail?.code };
}

async function accessRequest({ everyone: { plan }, side }: Ask) {
  const row = { id: newId(), invitation_id: newId(), side, name: "Jonas Keller", email: newAddress(), why: "Nights" };
  await owner()`insert into access_request ${owner()({ ...row, workspace_id: plan.workspaceId, plan_id: plan.planId })}`;
  return { planId: plan.planId, requestId: row.id };
}

async function requestToken(ask: Ask): Promise<Input> {
  const { workspaceId } = ask.everyone.plan;
  return {
    token: tokenOf(requestLink({ workspaceId, ...(await accessRequest(ask)), email: newAddress() }, new Date())),
  };
}

/** A link about a step of its reader's own: on a plan of its own for the caller, where there is one. */
async function stepToken({ caller, everyone }: Ask, act: LinkAct = "done"): Promise<Input> {
  const kind = act === "answer" ? "question" : act === "decide" ? "approval" : "task";
  const plan = caller.personId ? await aPlan() : everyone.plan;
  const person = caller.personId ? { personId: caller.personId, name: "Rosa", email: newAddress() } : await aPerson();
  const { participantId } = await aParticipant(plan, { side: "buyer", role: "contributor", person });
  const stepId = await aStep(plan, { ownerId: participantId, kind });
  return { token: tokenOf(stepLink({ ...plan, stepId, participantId, zone: "shared" }, new Date(), act)) };
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

async function decisionToken(ask: Ask): Promise<Input> {
  const { token } = await stepToken(ask, "decide");
  await sendStepCode.run({ personId: null }, { token });
  const [mail] = await owner()`
    select props->>'code' as code from mail where template = 'step-code' order by created_at desc, id desc limit 1`;
  return { token, decision: "declined", why: "Too dear", code: mail?.code };
}

async function aFeed(personId: string): Promise<string> {
  const id = newId();
  await owner()`insert into calendar_feed ${owner()({ id, person_id: personId })} on conflict do nothing`;
  const [feed] = await owner()`select id from calendar_feed
    where person_id = ${personId} and plan_id is null and revoked_at is null`;
  return feed?.id;
}

const readerOf = ({ everyone: { plan, buyer } }: Ask) => ({ ...plan, personId: buyer.lead.personId });
const preferenceToken = (ask: Ask): Input => ({ token: tokenOf(preferencesLink(readerOf(ask), new Date())) });
const unsubscribeToken = (ask: Ask): Input => ({
  token: tokenOf(unsubscribeLink(readerOf(ask), { from: "digest", plan: ask.everyone.plan.planId })),
});

export const accessEntries: Entries = {
  "access.request_sign_in": { make: () => ({ email: newAddress() }) },
  "access.preview_sign_in": { make: async () => ({ token: (await signInMail()).token }) },
  "access.confirm_sign_in": { make: async () => ({ token: (await signInMail()).token }) },
  "access.confirm_code": {
    async make() {
      const { email, code } = await signInMail();
      return { email, code };
    },
  },
  "access.look_around": {
    async make() {
      const [known] = await owner()`select 1 from person where email = ${lookAroundAs.buyer}`;
      if (!known) await aPerson({ email: lookAroundAs.buyer });
      return { as: "buyer" };
    },
  },
  "access.sign_out": { make: () => ({}) },
  "access.preview_invitation": { make: invitation },
  "access.accept_invitation": { make: invitation },
  "access.request_fresh_invitation": { make: invitation },
  "access.note_invitation_opened": { make: invitation },
  "access.send_invitation_code": { make: invitation },
  "access.accept_with_code": { make: invitationWithCode },
  "access_request.ask": {
    make: async (ask) => ({
      ...(await anothersInvitation(ask)),
      ...{ name: "Jonas Keller", email: newAddress(), why: "I stand in for her" },
    }),
  },
  "access_request.preview": { make: requestToken },
  "access_request.list": { make: ({ everyone }) => ({ planId: everyone.plan.planId }) },
  "access_request.answer": { make: async (ask) => ({ ...(await accessRequest(ask)), answer: "approve" }) },
  "access.preview_step_link": { make: (ask) => stepToken(ask) },
  "access.complete_from_link": { make: (ask) => stepToken(ask) },
  "access.snooze_from_link": { make: async (ask) => ({ ...(await stepToken(ask, "later")), until: inDays(7) }) },
  "access.pass_on_from_link": {
    make: async (ask) => ({ ...(await stepToken(ask, "not_mine")), ownerId: null, word: "Not mine" }),
  },
  "access.comment_from_link": { make: async (ask) => ({ ...(await stepToken(ask, "comment")), body: "Ask Jonas" }) },
  "access.answer_from_link": { make: async (ask) => ({ ...(await stepToken(ask, "answer")), body: "By SAML" }) },
  "access.send_step_code": { make: (ask) => stepToken(ask, "decide") },
  "access.decide_from_link": { make: decisionToken },
  "access.read_preferences": { make: preferenceToken },
  "access.set_preferences": { make: (ask) => ({ ...preferenceToken(ask), reminders: false }) },
  "access.preview_unsubscribe": { make: unsubscribeToken },
  "access.unsubscribe": { make: unsubscribeToken },

  "feed.read": {
    async make({ everyone }) {
      const feedId = await aFeed(everyone.buyer.lead.personId);
      return { token: feedLink(feedId).split("/").at(-1)?.replace(".ics", "") };
    },
  },

  "mailbox.list": { make: () => ({}) },
  "mailbox.read": {
    async make() {
      const id = newId();
      const mail = { id, key: id, template: "sign-in", to: newAddress(), props: {}, state: "sent", subject: "Sign in" };
      await owner()`insert into mail ${owner()({ ...mail, sent_at: new Date(), next_attempt_at: new Date(), html: "", text: "" })}`;
      return { id };
    },
  },
};
