import { beforeEach, expect, test } from "vitest";
import {
  addCriterion,
  addOption,
  editCriterion,
  editOption,
  moveCriterion,
  rateOption,
  readDecision,
  removeCriterion,
  removeOption,
  reopenScores,
  submitScores,
} from "@/server/domain/decision";
import type { Decision } from "@/server/domain/decision/schemas";
import { removeParticipant } from "@/server/domain/participant";
import { owner, useDatabase } from "../support/database";
import { eventsOf } from "../support/events";
import { aPlanWithEveryone, type Everyone } from "../support/standings";

useDatabase();

let everyone: Everyone;
let planId: string;
beforeEach(async () => {
  everyone = await aPlanWithEveryone();
  planId = everyone.plan.planId;
});

const seenBy = (who: { personId: string }): Promise<Decision> => readDecision.run(who, { planId });
const criterion = (who: { personId: string }, title: string, more = {}) =>
  addCriterion.run(who, { planId, title, ...more });

/** Rates every option on every criterion that they see. */
async function rateAll(who: { personId: string }, value: (criterion: string, option: string) => number) {
  const { criteria, options } = await seenBy(who);
  for (const { id: criterionId, title } of criteria) {
    for (const option of options) {
      await rateOption.run(who, { planId, criterionId, optionId: option.id, value: value(title, option.kind) });
    }
  }
}

test("a new plan decides among this supplier and doing nothing, and those two stay", async () => {
  const { lead } = everyone.buyer;
  const { options } = await seenBy(lead);
  expect(options.map(({ kind }) => kind)).toEqual(["this_supplier", "do_nothing"]);
  for (const { id: optionId, title } of options) {
    await expect(removeOption.run(lead, { planId, optionId })).rejects.toMatchObject({
      code: "always_there",
      details: { name: title },
    });
  }
  expect((await seenBy(lead)).options).toHaveLength(2);
});

test("other suppliers are the committee's: the seller learns of none, not even from the history", async () => {
  const { lead } = everyone.buyer;
  const rival = await addOption.run(lead, { planId, title: "Kestrel Systems", kind: "other_supplier" });
  await editOption.run(lead, {
    planId,
    optionId: rival.id,
    set: { title: "Kestrel" },
    base: { title: "Kestrel Systems" },
  });
  expect(rival.zone).toBe("committee");
  expect((await seenBy(everyone.buyer.viewer)).options.map(({ title }) => title)).toContain("Kestrel");
  expect(JSON.stringify(await seenBy(everyone.seller.owner))).not.toContain("Kestrel");
  const told = await eventsOf(planId);
  expect(told.map(({ kind, zone }) => [kind, zone])).toEqual([
    ["option.added", "committee"],
    ["option.edited", "committee"],
  ]);
  await removeOption.run(lead, { planId, optionId: rival.id });
  expect((await seenBy(lead)).options).toHaveLength(2);
});

test("criteria are seen in their zones, and each side adds only where it can look", async () => {
  const { seller, buyer } = everyone;
  await criterion(buyer.lead, "Runs in our region");
  await criterion(buyer.contributor, "We trust them", { zone: "committee", mustHave: true, weight: 40 });
  await criterion(seller.editor, "They can pay", { zone: "seller" });
  const titles = async (who: { personId: string }) => (await seenBy(who)).criteria.map(({ title }) => title);
  expect(await titles(buyer.viewer)).toEqual(["Runs in our region", "We trust them"]);
  expect(await titles(seller.viewer)).toEqual(["Runs in our region", "They can pay"]);
  await expect(criterion(seller.owner, "Peek", { zone: "committee" })).rejects.toMatchObject({ code: "not_allowed" });
  await expect(criterion(buyer.lead, "Peek", { zone: "seller" })).rejects.toMatchObject({ code: "not_allowed" });
  const told = await eventsOf(planId);
  expect(told.map(({ zone }) => zone).sort()).toEqual(["committee", "seller", "shared"]);
});

test("criteria are moved between others, also between two that share a position", async () => {
  const { lead } = everyone.buyer;
  const ids: string[] = [];
  for (const title of ["A", "B", "C", "D"]) ids.push((await criterion(lead, title)).id);
  const [a, b, c, d] = ids;
  await owner()`update criterion set position = 'a1' where id in ${owner()([String(b), String(c)])}`;
  const order = async () => (await seenBy(lead)).criteria.map(({ title }) => title).join("");
  expect(await order()).toBe("ABCD");
  await moveCriterion.run(lead, { planId, criterionId: d, afterId: a });
  expect(await order()).toBe("ADBC");
  await moveCriterion.run(lead, { planId, criterionId: d, afterId: b });
  expect(await order()).toBe("ABCD");
  await moveCriterion.run(lead, { planId, criterionId: a, beforeId: c });
  expect(await order()).toMatch(/^ABC|^BAC/);
  await moveCriterion.run(lead, { planId, criterionId: a });
  expect(await order()).toBe("BCDA");
});

test("scores are private until handed in, and then seen by those who handed in theirs", async () => {
  const { lead, contributor, viewer } = everyone.buyer;
  await criterion(lead, "Runs in our region", { weight: 30 });
  await criterion(lead, "We trust them", { zone: "committee", weight: 10 });
  await rateAll(lead, (_, option) => (option === "do_nothing" ? 1 : 5));
  await rateAll(contributor, (title, option) => (option === "do_nothing" ? 2 : title === "We trust them" ? 1 : 5));

  const participants = (decision: Decision) => [...new Set(decision.scores.map(({ participantId }) => participantId))];
  expect(participants(await seenBy(lead))).toEqual([lead.participantId]);

  const alone = await submitScores.run(lead, { planId });
  expect(alone).toMatchObject({ iHaveSubmitted: true, submitted: [lead.participantId] });
  expect(participants(alone)).toEqual([lead.participantId]);
  const waiting = await seenBy(contributor);
  expect(waiting).toMatchObject({ iHaveSubmitted: false, submitted: [lead.participantId] });
  expect(participants(waiting)).toEqual([contributor.participantId]);

  const both = await submitScores.run(contributor, { planId });
  expect(participants(both).sort()).toEqual([lead.participantId, contributor.participantId].sort());
  expect(both.scores).toHaveLength(8);
  const supplier = both.options.find(({ kind }) => kind === "this_supplier");
  expect(both.totals?.options.find(({ optionId }) => optionId === supplier?.id)?.total).toBeCloseTo(4.5);

  for (const onlooker of [viewer, everyone.seller.owner, everyone.seller.viewer, everyone.members.owner]) {
    expect((await seenBy(onlooker)).scores).toEqual([]);
  }
  expect(await seenBy(everyone.seller.owner)).toMatchObject({ submitted: [], totals: null, isCommittee: false });

  await reopenScores.run(contributor, { planId });
  expect(participants(await seenBy(contributor))).toEqual([contributor.participantId]);
  expect(participants(await seenBy(lead))).toEqual([lead.participantId]);
});

test("a sheet with gaps is not taken in, and says how many there are", async () => {
  const { lead } = everyone.buyer;
  await expect(submitScores.run(lead, { planId })).rejects.toMatchObject({ code: "scores_incomplete" });
  const { id: criterionId } = await criterion(lead, "Runs in our region");
  await criterion(lead, "We trust them", { zone: "committee" });
  const [option] = (await seenBy(lead)).options;
  await rateOption.run(lead, { planId, criterionId, optionId: option?.id, value: 3 });
  await expect(submitScores.run(lead, { planId })).rejects.toMatchObject({
    code: "scores_incomplete",
    details: { left: 3 },
  });

  await rateAll(lead, () => 4);
  await rateOption.run(lead, { planId, criterionId, optionId: option?.id, value: null });
  await expect(submitScores.run(lead, { planId })).rejects.toMatchObject({ details: { left: 1 } });
  await rateOption.run(lead, { planId, criterionId, optionId: option?.id, value: 2 });
  expect((await submitScores.run(lead, { planId })).iHaveSubmitted).toBe(true);
});

test("what is handed in is not rated on until it is taken back", async () => {
  const { lead } = everyone.buyer;
  const { id: criterionId } = await criterion(lead, "Runs in our region");
  await rateAll(lead, () => 4);
  const { options } = await submitScores.run(lead, { planId });
  const again = { planId, criterionId, optionId: options[0]?.id, value: 1 };
  await expect(rateOption.run(lead, again)).rejects.toMatchObject({ code: "scores_submitted" });
  await reopenScores.run(lead, { planId });
  expect((await rateOption.run(lead, again)).scores.map(({ value }) => value).sort()).toEqual([1, 4]);
});

test("rating and handing in at once never leaves a sheet that is not what was rated", async () => {
  const { lead } = everyone.buyer;
  const { id: criterionId } = await criterion(lead, "Runs in our region");
  await rateAll(lead, () => 4);
  const [option] = (await seenBy(lead)).options;
  for (let round = 0; round < 15; round += 1) {
    const rate = { planId, criterionId, optionId: option?.id, value: null };
    const [rated, submitted] = await Promise.allSettled([
      rateOption.run(lead, rate),
      submitScores.run(lead, { planId }),
    ]);
    expect([rated.status, submitted.status].sort()).toEqual(["fulfilled", "rejected"]);
    const { scores, iHaveSubmitted } = await seenBy(lead);
    expect(scores).toHaveLength(iHaveSubmitted ? 2 : 1);
    await reopenScores.run(lead, { planId });
    await rateOption.run(lead, { ...rate, value: 4 });
  }
});

test("rating leaves no trace in the history; handing in leaves one without values, for the committee", async () => {
  const { lead } = everyone.buyer;
  await criterion(lead, "Runs in our region");
  await rateAll(lead, () => 5);
  await submitScores.run(lead, { planId });
  await submitScores.run(lead, { planId });
  await reopenScores.run(lead, { planId });
  await reopenScores.run(lead, { planId });
  const told = (await eventsOf(planId)).filter(({ kind }) => kind.startsWith("score"));
  expect(told).toEqual([
    { kind: "score.submitted", zone: "committee", seq: 1, before: null, after: null },
    { kind: "score.reopened", zone: "committee", seq: 2, before: null, after: null },
  ]);
});

test("what is taken off counts no more, in scores and in what is left to rate", async () => {
  const { lead } = everyone.buyer;
  const kept = await criterion(lead, "Runs in our region");
  const dropped = await criterion(lead, "Looks nice");
  const rival = await addOption.run(lead, { planId, title: "Kestrel", kind: "other_supplier" });
  await rateAll(lead, () => 4);
  await removeCriterion.run(lead, { planId, criterionId: dropped.id });
  await removeOption.run(lead, { planId, optionId: rival.id });
  const { scores } = await submitScores.run(lead, { planId });
  expect(scores.map(({ criterionId }) => criterionId)).toEqual([kept.id, kept.id]);
  await expect(removeCriterion.run(lead, { planId, criterionId: dropped.id })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("who has left the committee is no longer among those who handed in", async () => {
  const { lead, contributor } = everyone.buyer;
  await criterion(lead, "Runs in our region");
  for (const who of [lead, contributor]) {
    await rateAll(who, () => 4);
    await submitScores.run(who, { planId });
  }
  expect((await seenBy(lead)).submitted).toHaveLength(2);
  await removeParticipant.run(lead, { planId, participantId: contributor.participantId });
  const after = await seenBy(lead);
  expect(after.submitted).toEqual([lead.participantId]);
  expect(after.scores.every(({ participantId }) => participantId === lead.participantId)).toBe(true);
});

test("two who change a criterion: different fields both stay, the same field is a conflict with both values", async () => {
  const { lead } = everyone.buyer;
  const { owner: seller } = everyone.seller;
  const { id: criterionId } = await criterion(lead, "Runs in our region", { weight: 10 });
  const at = { planId, criterionId };
  const both = await Promise.all([
    editCriterion.run(lead, { ...at, set: { weight: 40 }, base: { weight: 10 } }),
    editCriterion.run(seller, { ...at, set: { definition: "Data stays in the EU" }, base: { definition: null } }),
  ]);
  expect(Math.max(...both.map(({ version }) => version))).toBe(3);
  const [now] = (await seenBy(lead)).criteria;
  expect(now).toMatchObject({ weight: 40, definition: "Data stays in the EU", version: 3 });

  const stale = editCriterion.run(seller, {
    ...at,
    set: { weight: 5, mustHave: true },
    base: { weight: 10, mustHave: false },
  });
  await expect(stale).rejects.toMatchObject({
    code: "conflict",
    details: { conflicts: [{ field: "weight", yours: 5, theirs: 40 }] },
  });
  expect((await seenBy(lead)).criteria[0]).toMatchObject({ weight: 40, mustHave: false, version: 3 });
});
