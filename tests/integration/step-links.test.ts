import { beforeEach, describe, expect, test } from "vitest";
import type { LinkAct } from "@/db/vocabulary";
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
import { editStep, setStepZone, snoozeStep } from "@/server/domain/step";
import { moveClock, resetClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { tenantDigest } from "../support/snapshot";
import { aLink, forged, lastCode, partsOf, tokenFor, visitor } from "../support/step-links";

useDatabase();
beforeEach(resetClock);

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

const setStepReminders = (stepId: string, sent: number) =>
  owner()`insert into step_reminder (workspace_id, plan_id, zone, step_id, sent, snoozed_until)
    select workspace_id, plan_id, zone, id, ${sent}, '2026-11-30' from step where id = ${stepId}
    on conflict (workspace_id, step_id) do update set sent = excluded.sent, snoozed_until = excluded.snoozed_until`;
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
    const { body, signature } = partsOf(token);
    const altered = forged(token, buyer.contributor.participantId, buyer.lead.participantId);
    const ofAnother = tokenFor(
      everyone,
      stepId,
      buyer.contributor.participantId,
      act === "later" ? "comment" : "later",
    );
    const before = await tenantDigest(workspace.workspaceId);
    for (const wrong of [altered, `${body}.${signature.slice(1)}A`, `${token}x`]) {
      expect(await previewStepLink.run(visitor, { token: wrong })).toEqual({ state: "gone" });
      await expect(run(wrong)).rejects.toMatchObject({ code: "not_found" });
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
    const token = tokenFor(everyone, stepId, seller.owner.participantId, act, "committee");
    expect(await previewStepLink.run(visitor, { token })).toEqual({ state: "gone" });
    await expect(run(token)).rejects.toMatchObject({ code: "not_found" });
  });

  test("once the step is the committee's own, it opens for the person's own browser only", async () => {
    const { workspace, token, buyer, ref } = await aLink(act);
    await setStepZone.run(buyer.contributor, { ...ref, zone: "committee" });
    const before = await tenantDigest(workspace.workspaceId);
    expect(await previewStepLink.run(visitor, { token })).toEqual({ state: "gone" });
    await expect(run(token)).rejects.toMatchObject({ code: "not_found" });
    expect(await tenantDigest(workspace.workspaceId)).toEqual(before);
    expect(await previewStepLink.run(buyer.contributor, { token })).toMatchObject({ state: "open", zone: "committee" });
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

test("after the most reminders it is not put off, and says so, until its date is another", async () => {
  const { workspace, token, stepId, ref, buyer } = await aLink("later");
  await setStepReminders(stepId, 5);
  expect(await previewStepLink.run(visitor, { token })).toMatchObject({ state: "open" });
  await setStepReminders(stepId, 6);
  const before = await tenantDigest(workspace.workspaceId);
  expect(await previewStepLink.run(visitor, { token })).toMatchObject({
    state: "most_reminders",
    title: "Name who signs",
  });
  for (const until of ["2026-11-30", "2026-12-04"]) {
    const late = { code: "most_reminders" };
    await expect(snoozeFromLink.run(visitor, { token, until })).rejects.toMatchObject(late);
    await expect(snoozeStep.run(buyer.contributor, { ...ref, until })).rejects.toMatchObject(late);
  }
  expect(await tenantDigest(workspace.workspaceId)).toEqual(before);
  await snoozeStep.run(buyer.contributor, { ...ref, until: null });
  const dueOn = (await owner()`select due_on::text as on from step where id = ${stepId}`)[0]?.on ?? null;
  await editStep.run(buyer.contributor, { ...ref, set: { dueOn: "2026-12-18" }, base: { dueOn } });
  await snoozeFromLink.run(visitor, { token, until: "2026-11-30" });
  expect(await previewStepLink.run(visitor, { token })).toMatchObject({ state: "used", detail: "2026-11-30" });
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

test("whose a committee step is by now, an unknown browser isn't told", async () => {
  const { token, ref, buyer } = await aLink("done", { zone: "committee" });
  const set = { ownerId: buyer.lead.participantId };
  await editStep.run(buyer.lead, { ...ref, set, base: { ownerId: buyer.contributor.participantId } });
  expect(await previewStepLink.run(visitor, { token })).toEqual({ state: "gone" });
  const ownerName = buyer.lead.name;
  expect(await previewStepLink.run(buyer.contributor, { token })).toMatchObject({ state: "not_yours", ownerName });
});

test("a step that became an approval is no longer done by an old link", async () => {
  const { token, ref, buyer } = await aLink("done");
  await editStep.run(buyer.lead, { ...ref, set: { kind: "approval" }, base: { kind: "task" } });
  expect(await previewStepLink.run(visitor, { token })).toEqual({ state: "gone" });
  await expect(completeFromLink.run(visitor, { token })).rejects.toMatchObject({ code: "not_found" });
});
