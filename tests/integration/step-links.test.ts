import { beforeEach, describe, expect, test } from "vitest";
import type { LinkAct } from "@/db/vocabulary";
import { now, stepLink } from "@/server/domain/_kernel";
import {
  answerFromLink,
  commentFromLink,
  completeFromLink,
  decideFromLink,
  passOnFromLink,
  previewStepLink,
  sendStepCode,
  snoozeFromLink,
} from "@/server/domain/access";
import { listComments } from "@/server/domain/comment";
import { removeParticipant } from "@/server/domain/participant";
import { editStep, listAnswers } from "@/server/domain/step";
import { moveClock, resetClock, setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aStep } from "../support/factory";
import { mailsTo } from "../support/mails";
import { tenantDigest } from "../support/snapshot";
import { aPlanWithEveryone, type Everyone } from "../support/standings";

useDatabase();
beforeEach(resetClock);

const visitor = { personId: null, ip: "192.0.2.7" };
type Acting = { act: LinkAct; run: (token: string, caller?: { personId: string | null }) => Promise<unknown> };

/** Every act of a mail, with what its page sends. */
const acts: Acting[] = [
  { act: "done", run: (token, caller = visitor) => completeFromLink.run(caller, { token }) },
  { act: "later", run: (token, caller = visitor) => snoozeFromLink.run(caller, { token, until: "2026-12-04" }) },
  {
    act: "not_mine",
    run: (token, caller = visitor) => passOnFromLink.run(caller, { token, ownerId: null, word: "Not mine" }),
  },
  { act: "comment", run: (token, caller = visitor) => commentFromLink.run(caller, { token, body: "Ask Jonas" }) },
  { act: "answer", run: (token, caller = visitor) => answerFromLink.run(caller, { token, body: "By SAML" }) },
  {
    act: "decide",
    run: async (token, caller = visitor) => {
      await sendStepCode.run(caller, { token });
      const code = await lastCode(token);
      return decideFromLink.run(caller, { token, decision: "approved", code });
    },
  },
];

/** The newest digits that were mailed to the person of a link. */
async function lastCode(token: string) {
  const { pa } = JSON.parse(Buffer.from(token.split(".")[0] ?? "", "base64url").toString());
  const [mail] = await owner()`
    select props->>'code' as code from mail where template = 'step-code' and participant_id = ${pa}
     order by created_at desc, id desc limit 1`;
  return mail?.code ?? "000000";
}

const kindOf = (act: LinkAct) => (act === "answer" ? "question" : act === "decide" ? "approval" : "task");

async function aLink(act: LinkAct, given: { zone?: "shared" | "committee"; everyone?: Everyone } = {}) {
  setClock("2026-11-23T10:00:00Z");
  const everyone = given.everyone ?? (await aPlanWithEveryone());
  const { plan, buyer } = everyone;
  const { participantId } = buyer.contributor;
  const zone = given.zone ?? "shared";
  const stepId = await aStep(plan, { zone, ownerId: participantId, kind: kindOf(act), title: "Name who signs" });
  const token = tokenFor(everyone, stepId, participantId, act);
  return { ...everyone, everyone, stepId, token, ref: { planId: plan.planId, stepId } };
}

const tokenFor = ({ plan }: Everyone, stepId: string, participantId: string, act: LinkAct) =>
  new URL(stepLink({ ...plan, stepId, participantId }, now(), act)).searchParams.get("token") ?? "";

const stepRow = async (stepId: string) => (await owner()`select * from step where id = ${stepId}`)[0];
const eventsOf = async (stepId: string) =>
  (await owner()`select kind, actor_participant_id as by from event where subject_id = ${stepId} order by at, seq`).map(
    ({ kind, by }) => ({ kind, by }),
  );

describe.each(acts)("the link to $act", ({ act, run }) => {
  test("a scanner that opens it ten times changes nothing and uses nothing up", async () => {
    const { workspace, token } = await aLink(act);
    const before = await tenantDigest(workspace.workspaceId);
    for (let look = 0; look < 10; look += 1) {
      expect(await previewStepLink.run(visitor, { token })).toMatchObject({ state: "open", act });
    }
    expect(await tenantDigest(workspace.workspaceId)).toEqual(before);
    await run(token);
  });

  test("acts once, as the person it was for, and then says what was done", async () => {
    const { stepId, token, buyer } = await aLink(act);
    await run(token);
    const events = await eventsOf(stepId);
    expect(events.length).toBeGreaterThan(0);
    for (const { by } of events) expect(by).toBe(buyer.contributor.participantId);
    expect(await previewStepLink.run(visitor, { token })).toMatchObject({ state: "used", act });
    await expect(run(token)).rejects.toMatchObject({ code: "link_used" });
    expect(await eventsOf(stepId)).toEqual(events);
  });

  test("of two presses at once, one acts", async () => {
    const { stepId, token, buyer } = await aLink(act);
    const mine = { personId: buyer.contributor.personId };
    const outcomes = await Promise.allSettled([run(token, mine), run(token, mine)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const uses = await owner()`select act from link_use where participant_id = ${buyer.contributor.participantId}`;
    expect(uses).toHaveLength(1);
    expect((await eventsOf(stepId)).length).toBeLessThanOrEqual(2);
  });

  test("where somebody else is signed in, it says whose it is and nothing else, and does nothing", async () => {
    const { workspace, token, buyer, seller } = await aLink(act);
    const before = await tenantDigest(workspace.workspaceId);
    for (const another of [seller.owner, buyer.lead]) {
      expect(await previewStepLink.run(another, { token })).toEqual({
        state: "other_person",
        name: buyer.contributor.name,
        signedInAs: another.email,
      });
      await expect(run(token, another)).rejects.toMatchObject({ code: "other_person" });
    }
    expect(await tenantDigest(workspace.workspaceId)).toEqual(before);
  });

  test("too old, altered, or of another act, it opens nothing", async () => {
    const { workspace, token, everyone, stepId, buyer } = await aLink(act);
    const [body = "", signature = ""] = token.split(".");
    const altered = Buffer.from(
      Buffer.from(body, "base64url").toString().replace(buyer.contributor.participantId, buyer.lead.participantId),
    ).toString("base64url");
    const ofAnother = tokenFor(
      everyone,
      stepId,
      buyer.contributor.participantId,
      act === "later" ? "comment" : "later",
    );
    const before = await tenantDigest(workspace.workspaceId);
    for (const forged of [`${altered}.${signature}`, `${body}.${signature.slice(1)}A`, `${token}x`]) {
      expect(await previewStepLink.run(visitor, { token: forged })).toEqual({ state: "gone" });
      await expect(run(forged)).rejects.toMatchObject({ code: "not_found" });
    }
    await expect(run(ofAnother)).rejects.toMatchObject({ code: "not_found" });
    moveClock({ days: 31 });
    expect(await previewStepLink.run(visitor, { token })).toEqual({ state: "gone" });
    await expect(run(token)).rejects.toMatchObject({ code: "not_found" });
    expect(await tenantDigest(workspace.workspaceId)).toEqual(before);
  });

  test("it ends with its person's part in the plan", async () => {
    const { token, plan, buyer } = await aLink(act);
    const { participantId } = buyer.contributor;
    await removeParticipant.run(buyer.lead, { planId: plan.planId, participantId });
    expect(await previewStepLink.run(visitor, { token })).toEqual({ state: "gone" });
    await expect(run(token)).rejects.toMatchObject({ code: "not_found" });
  });

  test("of a committee step, it is nothing to a seller", async () => {
    const { everyone, stepId, seller } = await aLink(act, { zone: "committee" });
    const token = tokenFor(everyone, stepId, seller.owner.participantId, act);
    expect(await previewStepLink.run(visitor, { token })).toEqual({ state: "gone" });
    await expect(run(token)).rejects.toMatchObject({ code: "not_found" });
  });

  test("a used link leaves no trace that the other side could read", async () => {
    const { token, plan } = await aLink(act, { zone: "committee" });
    await run(token);
    const zones = await owner()`select zone from link_use where plan_id = ${plan.planId}
      union all select zone from event where plan_id = ${plan.planId}`;
    expect(new Set(zones.map(({ zone }) => zone))).toEqual(new Set(["committee"]));
  });
});

test("put off until a day, it says until when", async () => {
  const { token, stepId } = await aLink("later");
  await expect(snoozeFromLink.run(visitor, { token, until: "2026-11-23" })).rejects.toMatchObject({ code: "invalid" });
  await snoozeFromLink.run(visitor, { token, until: "2026-11-30" });
  expect(await previewStepLink.run(visitor, { token })).toMatchObject({ state: "used", detail: "2026-11-30" });
  const [kept] = await owner()`select snoozed_until::text as until from step_reminder where step_id = ${stepId}`;
  expect(kept?.until).toBe("2026-11-30");
});

test("passed on to a colleague who may do it; people of the other side and viewers are not offered", async () => {
  const { token, stepId, buyer, seller } = await aLink("not_mine");
  const found = await previewStepLink.run(visitor, { token });
  expect(found).toMatchObject({ colleagues: [{ participantId: buyer.lead.participantId, name: buyer.lead.name }] });
  for (const { participantId } of [seller.owner, buyer.viewer]) {
    await expect(passOnFromLink.run(visitor, { token, ownerId: participantId })).rejects.toMatchObject({
      code: "not_found",
    });
  }
  await passOnFromLink.run(visitor, { token, ownerId: buyer.lead.participantId });
  expect((await stepRow(stepId))?.owner_id).toBe(buyer.lead.participantId);
  expect(await previewStepLink.run(visitor, { token })).toMatchObject({ state: "used", detail: buyer.lead.name });
});

test("who doesn't know whose it is leaves it to nobody, with a word that those who lead read", async () => {
  const { token, stepId, buyer, ref } = await aLink("not_mine");
  await expect(passOnFromLink.run(visitor, { token, ownerId: null })).rejects.toMatchObject({ code: "invalid" });
  await passOnFromLink.run(visitor, { token, ownerId: null, word: "I left the team" });
  expect((await stepRow(stepId))?.owner_id).toBeNull();
  expect(await listComments.run(buyer.lead, ref)).toMatchObject([
    { body: "I left the team", participantId: buyer.contributor.participantId },
  ]);
});

test("once the step is another's, the link only says whose it is", async () => {
  const { token, ref, buyer } = await aLink("done");
  const set = { ownerId: buyer.lead.participantId };
  await editStep.run(buyer.lead, { ...ref, set, base: { ownerId: buyer.contributor.participantId } });
  expect(await previewStepLink.run(visitor, { token })).toMatchObject({
    state: "not_yours",
    ownerName: buyer.lead.name,
  });
  await expect(completeFromLink.run(visitor, { token })).rejects.toMatchObject({ code: "not_found" });
});

test("a step that became an approval is no longer done by an old link", async () => {
  const { token, ref, buyer } = await aLink("done");
  await editStep.run(buyer.lead, { ...ref, set: { kind: "approval" }, base: { kind: "task" } });
  expect(await previewStepLink.run(visitor, { token })).toEqual({ state: "gone" });
  await expect(completeFromLink.run(visitor, { token })).rejects.toMatchObject({ code: "not_found" });
});

describe("an approval", () => {
  test("from a browser that is the person's needs no code", async () => {
    const { token, ref, buyer } = await aLink("decide");
    expect(await previewStepLink.run(buyer.contributor, { token })).toMatchObject({ codeGoesTo: null });
    await decideFromLink.run(buyer.contributor, { token, decision: "approved", why: "As agreed" });
    expect(await listAnswers.run(buyer.lead, ref)).toMatchObject([
      { kind: "approved", body: "As agreed", participantId: buyer.contributor.participantId },
    ]);
    expect(await mailsTo(buyer.contributor.email)).toEqual([]);
  });

  test("from an unknown one needs the digits that their mailbox gets", async () => {
    const { token, ref, stepId, buyer } = await aLink("decide");
    const found = await previewStepLink.run(visitor, { token });
    expect(found).toMatchObject({
      codeGoesTo: `p…${buyer.contributor.email.slice(buyer.contributor.email.indexOf("@"))}`,
    });
    const decide = (code: string | null) =>
      decideFromLink.run(visitor, { token, decision: "declined", why: "Too dear", code });
    await expect(decide(null)).rejects.toMatchObject({ code: "invalid" });
    await expect(decide("123456")).rejects.toMatchObject({ code: "code_used_up" });
    await sendStepCode.run(visitor, { token });
    const code = await lastCode(token);
    const wrong = code === "111111" ? "222222" : "111111";
    await expect(decide(wrong)).rejects.toMatchObject({ code: "code_wrong", details: { left: 4 } });
    expect((await stepRow(stepId))?.status).toBe("todo");
    await decide(code);
    expect(await stepRow(stepId)).toMatchObject({ status: "blocked", status_reason: "Too dear" });
    expect(await listAnswers.run(buyer.lead, ref)).toMatchObject([{ kind: "declined", body: "Too dear" }]);
  });

  test("after five wrong tries the right digits are no use, and new ones may be asked for a few times", async () => {
    const { token } = await aLink("decide");
    await sendStepCode.run(visitor, { token });
    const code = await lastCode(token);
    const wrong = code === "111111" ? "222222" : "111111";
    const decide = (given: string) => decideFromLink.run(visitor, { token, decision: "approved", code: given });
    for (let tried = 1; tried < 5; tried += 1) {
      await expect(decide(wrong)).rejects.toMatchObject({ code: "code_wrong", details: { left: 5 - tried } });
    }
    await expect(decide(wrong)).rejects.toMatchObject({ code: "code_used_up" });
    await expect(decide(code)).rejects.toMatchObject({ code: "code_used_up" });
    for (let again = 2; again <= 5; again += 1) await sendStepCode.run(visitor, { token });
    await expect(sendStepCode.run(visitor, { token })).rejects.toMatchObject({ code: "too_many" });
  });

  test("digits go to the person only, and only for an approval that is open", async () => {
    const { token, buyer } = await aLink("decide");
    await sendStepCode.run(visitor, { token });
    expect((await mailsTo(buyer.contributor.email)).map(({ template }) => template)).toEqual(["step-code"]);
    const task = await aLink("done");
    await sendStepCode.run(visitor, { token: task.token });
    expect(await mailsTo(task.buyer.contributor.email)).toEqual([]);
  });
});
