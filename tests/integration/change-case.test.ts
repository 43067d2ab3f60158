import { beforeEach, expect, test } from "vitest";
import {
  addCostLine,
  agreeProblem,
  confirmCostLine,
  editCostLine,
  readChangeCase,
  removeCostLine,
  wordProblem,
} from "@/server/domain/change-case";
import { removeParticipant } from "@/server/domain/participant";
import { readPlan } from "@/server/domain/plan";
import { setClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { eventsOf } from "../support/events";
import { aPlanWithEveryone, type Everyone } from "../support/standings";

useDatabase();

let everyone: Everyone;
let planId: string;
beforeEach(async () => {
  setClock("2026-12-02T10:00:00Z");
  everyone = await aPlanWithEveryone();
  planId = everyone.plan.planId;
});

const word = (who: { personId: string }, statement: string, base: string) =>
  wordProblem.run(who, { planId, statement, base });
const agree = (who: { personId: string }, wording: number, level = "agree", comment: string | null = null) =>
  agreeProblem.run(who, { planId, wording, level, comment });
const line = { title: "Orders typed in twice", currency: "EUR", low: 400_000, likely: 650_000, high: 900_000 };

test("nobody can agree while nothing is written", async () => {
  const { problem } = await readChangeCase.run(everyone.buyer.lead, { planId });
  expect(problem).toMatchObject({ statement: "", wording: 0, agreements: [] });
  await expect(agree(everyone.buyer.lead, 1)).rejects.toMatchObject({ code: "wording_changed" });
  await expect(agree(everyone.buyer.lead, 0)).rejects.toMatchObject({ code: "invalid" });
});

test("each says how far they agree, and both sides see it", async () => {
  const { lead, contributor } = everyone.buyer;
  await word(everyone.seller.editor, "Every order is typed in twice.", "");
  await agree(lead, 1);
  const { agreements } = await agree(contributor, 1, "partly", "  Only the spare parts are. ");
  expect(agreements.map(({ participantId, level, comment }) => [participantId, level, comment])).toEqual([
    [lead.participantId, "agree", null],
    [contributor.participantId, "partly", "Only the spare parts are."],
  ]);
  const { problem } = await readChangeCase.run(everyone.seller.viewer, { planId });
  expect(problem.agreements).toHaveLength(2);
});

test("a new wording asks everybody again: what they agreed to keeps its number", async () => {
  const { lead, contributor } = everyone.buyer;
  await word(lead, "Every order is typed in twice.", "");
  await agree(lead, 1);
  await agree(contributor, 1);
  const reworded = await word(contributor, "One order in five is typed in twice.", "Every order is typed in twice.");
  expect(reworded).toMatchObject({ wording: 2, version: 3 });
  expect(reworded.agreements.map(({ wording }) => wording)).toEqual([1, 1]);

  await expect(agree(lead, 1)).rejects.toMatchObject({ code: "wording_changed" });
  const { agreements } = await agree(lead, 2, "disagree");
  expect(agreements.find(({ participantId }) => participantId === lead.participantId)).toMatchObject({
    ...{ wording: 2, level: "disagree" },
  });
  expect(agreements).toHaveLength(2);
});

test("the same wording again is no new wording, and the same agreement no event", async () => {
  const { lead } = everyone.buyer;
  await word(lead, "Every order is typed in twice.", "");
  expect(await word(lead, "  Every order is typed in twice. ", "anything")).toMatchObject({ wording: 1 });
  await agree(lead, 1);
  await agree(lead, 1);
  expect((await eventsOf(planId)).map(({ kind, zone }) => [kind, zone])).toEqual([
    ["problem.worded", "shared"],
    ["problem.agreed", "shared"],
  ]);
});

test("two who word it at once: one stands, the other gets both back", async () => {
  const { lead, contributor } = everyone.buyer;
  const tries = await Promise.allSettled([
    word(lead, "Orders get lost.", ""),
    word(contributor, "Orders come late.", ""),
  ]);
  const refusal = tries.find((each) => each.status === "rejected");
  const stands = tries.find((each) => each.status === "fulfilled");
  expect(stands?.value.wording).toBe(1);
  const yours = stands?.value.statement === "Orders get lost." ? "Orders come late." : "Orders get lost.";
  expect(refusal?.reason).toMatchObject({
    code: "conflict",
    details: { conflicts: [{ field: "statement", yours, theirs: stands?.value.statement }] },
  });
});

test("agreement races a new wording and is never to one that was not read", async () => {
  const { lead, contributor } = everyone.buyer;
  let statement = "Wording number 1";
  await word(contributor, statement, "");
  for (let wording = 2; wording <= 10; wording += 1) {
    const next = `Wording number ${wording}`;
    const [said, worded] = await Promise.allSettled([agree(lead, wording - 1), word(contributor, next, statement)]);
    expect(worded.status).toBe("fulfilled");
    if (said.status === "rejected") expect(said.reason).toMatchObject({ code: "wording_changed" });
    const { problem } = await readChangeCase.run(lead, { planId });
    expect(problem.wording).toBe(wording);
    for (const agreement of problem.agreements) expect(agreement.wording).toBeLessThan(wording);
    statement = next;
  }
});

test("who left is asked no more", async () => {
  const { lead, contributor } = everyone.buyer;
  await word(lead, "Every order is typed in twice.", "");
  await agree(contributor, 1);
  await removeParticipant.run(lead, { planId, participantId: contributor.participantId });
  const { problem } = await readChangeCase.run(lead, { planId });
  expect(problem.agreements).toEqual([]);
});

test("the cost of doing nothing is summed per month, per week and since the plan's start", async () => {
  const { lead } = everyone.buyer;
  await addCostLine.run(everyone.seller.owner, { planId, ...line });
  await addCostLine.run(lead, {
    planId,
    currency: "EUR",
    title: "Fines for late parcels",
    low: 0,
    likely: 100_000,
    high: 100_000,
  });
  const seen = await readChangeCase.run(lead, { planId });
  expect(seen).toMatchObject({
    currency: "EUR",
    since: "2026-11-02",
    perMonth: { low: 400_000, likely: 750_000, high: 1_000_000 },
    perWeek: { low: 91_992, likely: 172_485, high: 229_979 },
    soFar: { low: 394_251, likely: 739_220, high: 985_626 },
  });
  expect(seen.costLines.map(({ title }) => title)).toEqual(["Orders typed in twice", "Fines for late parcels"]);
  await removeCostLine.run(lead, { planId, costLineId: seen.costLines[0]?.id });
  expect((await readChangeCase.run(lead, { planId })).perMonth.likely).toBe(100_000);
});

test("before the plan starts nothing has been lost yet", async () => {
  setClock("2026-10-01T10:00:00Z");
  await addCostLine.run(everyone.buyer.lead, { planId, ...line });
  expect((await readChangeCase.run(everyone.buyer.lead, { planId })).soFar).toEqual({ low: 0, likely: 0, high: 0 });
});

test.each([
  ["low above likely", { low: 700_000 }],
  ["likely above high", { likely: 950_000 }],
  ["a negative amount", { low: -1 }],
  ["a fraction of a cent", { low: 0.5 }],
  ["no title", { title: " " }],
])("a line with %s is refused, also as an edit", async (_, wrong) => {
  const { lead } = everyone.buyer;
  await expect(addCostLine.run(lead, { planId, ...line, ...wrong })).rejects.toMatchObject({ code: "invalid" });
  const { id: costLineId } = await addCostLine.run(lead, { planId, ...line });
  await expect(editCostLine.run(lead, { planId, costLineId, set: wrong, base: line })).rejects.toMatchObject({
    code: "invalid",
  });
});

test("a confirmed line names who confirmed it, first of all; changing it unconfirms it", async () => {
  const { lead, contributor } = everyone.buyer;
  const { id: costLineId } = await addCostLine.run(everyone.seller.owner, { planId, ...line });
  const confirmed = await confirmCostLine.run(contributor, { planId, costLineId });
  expect(confirmed.confirmedBy).toBe(contributor.participantId);
  expect(confirmed.confirmedAt?.toISOString()).toMatch(/^2026-12-02T10:00/);
  const again = await confirmCostLine.run(lead, { planId, costLineId });
  expect(again).toMatchObject({ confirmedBy: contributor.participantId, version: confirmed.version });

  const same = await editCostLine.run(lead, { planId, costLineId, set: { low: 400_000 }, base: { low: 1 } });
  expect(same.confirmedBy).toBe(contributor.participantId);
  const changed = await editCostLine.run(lead, {
    planId,
    costLineId,
    set: { likely: 700_000 },
    base: { likely: 650_000 },
  });
  expect(changed).toMatchObject({ likely: 700_000, confirmedBy: null, confirmedAt: null });
  expect((await eventsOf(planId)).map(({ kind }) => kind)).toEqual(["cost.added", "cost.confirmed", "cost.edited"]);
});

test("the supplier confirms nothing of what it costs", async () => {
  const { id: costLineId } = await addCostLine.run(everyone.seller.owner, { planId, ...line });
  for (const who of [everyone.seller.owner, everyone.members.owner, everyone.buyer.viewer]) {
    await expect(confirmCostLine.run(who, { planId, costLineId })).rejects.toMatchObject({ code: "not_allowed" });
  }
});

test("a problem counts as agreed once the one who disagreed has left", async () => {
  const { lead, contributor } = everyone.buyer;
  const reasons = async () => (await readPlan.run(lead, { planId })).health.reasons.map(({ code }) => code);
  await word(lead, "Every order is typed in twice.", "");
  await agree(lead, 1);
  await agree(contributor, 1, "disagree");
  expect(await reasons()).toContain("problem_not_agreed");
  await removeParticipant.run(lead, { planId, participantId: contributor.participantId });
  expect(await reasons()).not.toContain("problem_not_agreed");
});
