import { beforeEach, describe, expect, test } from "vitest";
import { verbs } from "@/server/domain";
import { newId, Refusal, withinPlan } from "@/server/domain/_kernel";
import { permissions } from "@/server/domain/_kernel/permissions";
import { addCriterion, readDecision } from "@/server/domain/decision";
import { addMilestone } from "@/server/domain/milestone";
import { readPlan } from "@/server/domain/plan";
import { addStep, completeStep, editStep, setStepStatus } from "@/server/domain/step";
import { owner, useDatabase } from "../support/database";
import { eventsOf } from "../support/events";
import { aMilestone, aStep } from "../support/factory";
import { aPlanWithEveryone, type Everyone } from "../support/standings";

useDatabase();

let everyone: Everyone;
let planId: string;
beforeEach(async () => {
  everyone = await aPlanWithEveryone();
  planId = everyone.plan.planId;
});

const stepRow = async (id: string) => (await owner()`select * from step where id = ${id}`)[0];

describe("the list of verbs", () => {
  test("has each name once, and each permission is somebody's and some verb's", () => {
    const names = verbs.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(verbs.map((verb) => verb.may))).toEqual(new Set(Object.keys(permissions)));
    for (const [permission, standings] of Object.entries(permissions))
      expect(standings, permission).not.toHaveLength(0);
  });
});

describe("a mutation that is sent again", () => {
  const titles = async () =>
    (await readDecision.run(everyone.buyer.lead, { planId })).criteria.map(({ title }) => title);

  test("is applied once and answered the same", async () => {
    const mutationId = newId();
    const input = { planId, title: "Runs in our region" };
    const first = await addCriterion.run(everyone.buyer.lead, input, mutationId);
    const again = await addCriterion.run(everyone.buyer.lead, input, mutationId);
    expect(again).toEqual(first);
    expect(await titles()).toHaveLength(1);
    expect(await eventsOf(planId)).toHaveLength(1);
  });

  test("is applied once when it is sent many times at the same moment", async () => {
    const mutationId = newId();
    const tries = Array.from({ length: 5 }, () =>
      addCriterion.run(everyone.buyer.lead, { planId, title: "Runs in our region" }, mutationId),
    );
    const ids = new Set((await Promise.all(tries)).map(({ id }) => id));
    expect(ids.size).toBe(1);
    expect(await titles()).toHaveLength(1);
    expect(await eventsOf(planId)).toHaveLength(1);
  });

  test("answers dates as dates", async () => {
    const stepId = await aStep(everyone.plan);
    const mutationId = newId();
    const first = await completeStep.run(everyone.buyer.lead, { planId, stepId }, mutationId);
    const again = await completeStep.run(everyone.buyer.lead, { planId, stepId }, mutationId);
    expect(again.doneAt).toBeInstanceOf(Date);
    expect(again).toEqual(first);
  });

  test("may be tried again after a refusal, which leaves no trace", async () => {
    const mutationId = newId();
    const refusedInput = { planId, title: "Peek", zone: "seller" };
    await expect(addCriterion.run(everyone.buyer.lead, refusedInput, mutationId)).rejects.toMatchObject({
      code: "not_allowed",
    });
    expect(await owner()`select 1 from mutation where id = ${mutationId}`).toHaveLength(0);
    await addCriterion.run(everyone.buyer.lead, { planId, title: "Runs in our region" }, mutationId);
    expect(await titles()).toHaveLength(1);
  });

  test("under an id that another verb used is refused", async () => {
    const mutationId = newId();
    await addCriterion.run(everyone.buyer.lead, { planId, title: "Runs in our region" }, mutationId);
    const other = addMilestone.run(everyone.buyer.lead, { planId, title: "Pilot", job: "validation" }, mutationId);
    await expect(other).rejects.toMatchObject({ code: "invalid" });
  });

  test("under somebody else's id is theirs alone", async () => {
    const mutationId = newId();
    const one = await addCriterion.run(everyone.buyer.lead, { planId, title: "Runs in our region" }, mutationId);
    const other = await addCriterion.run(everyone.seller.owner, { planId, title: "Runs anywhere" }, mutationId);
    expect(other.id).not.toBe(one.id);
    expect(await titles()).toHaveLength(2);
  });

  test("is refused once its sender has left, though it was applied before", async () => {
    const mutationId = newId();
    const { contributor } = everyone.buyer;
    const input = { planId, title: "Runs in our region" };
    await addCriterion.run(contributor, input, mutationId);
    await owner()`delete from participation where person_id = ${contributor.personId}`;
    await expect(addCriterion.run(contributor, input, mutationId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("two people who edit one step", () => {
  test("in different fields both win", async () => {
    const stepId = await aStep(everyone.plan, { title: "Send it" });
    const at = { planId, stepId };
    const people = [
      editStep.run(everyone.buyer.lead, { ...at, set: { title: "Send the form" }, base: { title: "Send it" } }),
      editStep.run(everyone.seller.editor, { ...at, set: { dueOn: "2026-12-18" }, base: { dueOn: null } }),
      editStep.run(everyone.seller.owner, { ...at, set: { description: "By post" }, base: { description: null } }),
    ];
    await Promise.all(people);
    expect(await stepRow(stepId)).toMatchObject({
      ...{ title: "Send the form", due_on: new Date("2026-12-18T00:00:00Z"), description: "By post", version: 4 },
    });
  });

  test("in the same field: one stands, the other is told both, and nothing of their edit is applied", async () => {
    const stepId = await aStep(everyone.plan, { title: "Send it" });
    const edit = (who: { personId: string }, title: string, description: string) =>
      editStep.run(who, { planId, stepId, set: { title, description }, base: { title: "Send it", description: null } });
    const tries = await Promise.allSettled([
      edit(everyone.buyer.lead, "Send the form", "from the lead"),
      edit(everyone.seller.owner, "Send a letter", "from the seller"),
    ]);
    const stands = tries.find((each) => each.status === "fulfilled")?.value;
    const refusal = tries.find((each) => each.status === "rejected")?.reason;
    const lost = stands?.title === "Send the form" ? "Send a letter" : "Send the form";
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal.code).toBe("conflict");
    expect(refusal.details.conflicts).toContainEqual({ field: "title", yours: lost, theirs: stands?.title });
    expect(await stepRow(stepId)).toMatchObject({ title: stands?.title, description: stands?.description, version: 2 });
  });

  test("to the same value: there is nothing to disagree about", async () => {
    const stepId = await aStep(everyone.plan, { title: "Send it" });
    const edit = { planId, stepId, set: { title: "Send the form" }, base: { title: "Send it" } };
    const both = await Promise.all([
      editStep.run(everyone.buyer.lead, edit),
      editStep.run(everyone.seller.owner, edit),
    ]);
    expect(both.map(({ title, version }) => [title, version])).toEqual([
      ["Send the form", 2],
      ["Send the form", 2],
    ]);
    expect(await eventsOf(planId)).toHaveLength(1);
  });

  test("a field without the value that it replaces cannot be overwritten blindly", async () => {
    const stepId = await aStep(everyone.plan, { title: "Send it" });
    const blind = editStep.run(everyone.buyer.lead, { planId, stepId, set: { title: "Mine" }, base: {} });
    await expect(blind).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a step's status", () => {
  const asItStood = { status: "todo", statusReason: null };
  const statusOf = async (stepId: string) => {
    const [row] = await owner()`select status, status_reason from step where id = ${stepId}`;
    return row;
  };

  test("that two people set differently keeps the first, and the second is shown both", async () => {
    const stepId = await aStep(everyone.plan);
    const set = { planId, stepId, base: asItStood };
    await setStepStatus.run(everyone.buyer.lead, { ...set, status: "blocked", reason: "Legal is away" });
    await expect(setStepStatus.run(everyone.seller.owner, { ...set, status: "doing" })).rejects.toMatchObject({
      code: "conflict",
      details: {
        conflicts: [
          { field: "status", yours: "doing", theirs: "blocked" },
          { field: "statusReason", yours: null, theirs: "Legal is away" },
        ],
      },
    });
    expect(await statusOf(stepId)).toEqual({ status: "blocked", status_reason: "Legal is away" });

    const base = { status: "blocked", statusReason: "Legal is away" };
    await setStepStatus.run(everyone.seller.owner, { ...set, status: "doing", base });
    expect(await statusOf(stepId)).toEqual({ status: "doing", status_reason: null });
  });

  test("that two people block for different reasons is a conflict too, and for the same reason is none", async () => {
    const stepId = await aStep(everyone.plan);
    const blocked = { planId, stepId, status: "blocked", base: asItStood };
    await setStepStatus.run(everyone.buyer.lead, { ...blocked, reason: "Legal is away" });
    await setStepStatus.run(everyone.buyer.contributor, { ...blocked, reason: "Legal is away" });
    const other = setStepStatus.run(everyone.buyer.contributor, { ...blocked, reason: "The budget is gone" });
    await expect(other).rejects.toMatchObject({
      code: "conflict",
      details: { conflicts: [{ field: "statusReason", yours: "The budget is gone", theirs: "Legal is away" }] },
    });
    expect(await eventsOf(planId)).toHaveLength(1);
  });

  test("that was finished meanwhile is not taken back by somebody who did not see it", async () => {
    const stepId = await aStep(everyone.plan);
    await completeStep.run(everyone.buyer.lead, { planId, stepId });
    const late = setStepStatus.run(everyone.buyer.contributor, { planId, stepId, status: "doing", base: asItStood });
    await expect(late).rejects.toMatchObject({ code: "conflict" });
    expect(await statusOf(stepId)).toMatchObject({ status: "done" });
  });
});

describe("history", () => {
  test("has no gap and no double in any zone, however many write at once, and holds each edit that was acknowledged", async () => {
    const milestoneId = await aMilestone(everyone.plan);
    const writers = [everyone.buyer.lead, everyone.buyer.contributor, everyone.seller.owner, everyone.seller.editor];
    const wishes = Array.from({ length: 60 }, (_, at) => ({
      title: `Step ${at}`,
      who: writers[at % writers.length] ?? everyone.buyer.lead,
      zone: at % 3 ? "shared" : at % 4 < 2 ? "committee" : "seller",
    }));
    const answers = await Promise.allSettled(
      wishes.map(({ who, title, zone }) => addStep.run(who, { planId, milestoneId, title, zone })),
    );
    expect(answers.filter(({ status }) => status === "rejected")).toEqual([]);

    const told = await eventsOf(planId);
    for (const zone of ["shared", "committee", "seller"]) {
      const mine = told.filter((event) => event.zone === zone);
      expect(
        mine.map(({ seq }) => seq).sort((one, other) => one - other),
        zone,
      ).toEqual(mine.map((_, at) => at + 1));
      const wanted = wishes.filter((wish) => wish.zone === zone).map(({ title }) => title);
      expect(mine.map(({ after }) => (after as { title: string }).title).sort(), zone).toEqual(wanted.sort());
    }
    const [heads] = await owner()`select sum(head_seq)::int as sum from plan_stream where plan_id = ${planId}`;
    expect(heads?.sum).toBe(60);
  });

  test("has nothing of what was refused, and its numbers go on without a gap", async () => {
    const stepId = await aStep(everyone.plan, { title: "Send it" });
    const asItStood = { status: "todo", statusReason: null };
    const start = { planId, stepId, status: "doing", base: asItStood };
    await setStepStatus.run(everyone.buyer.lead, start);
    const refused = { planId, stepId, set: { title: "Mine" }, base: { title: "Stale" } };
    await expect(editStep.run(everyone.buyer.lead, refused)).rejects.toMatchObject({ code: "conflict" });
    await expect(setStepStatus.run(everyone.buyer.viewer, start)).rejects.toMatchObject({ code: "not_allowed" });
    await setStepStatus.run(everyone.buyer.lead, { ...start, status: "todo", base: { ...asItStood, status: "doing" } });
    expect((await eventsOf(planId)).map(({ kind, seq }) => [kind, seq])).toEqual([
      ["step.status_changed", 1],
      ["step.status_changed", 2],
    ]);
  });

  test("names its actor and cannot be rewritten, not even by the code that writes it", async () => {
    const stepId = await aStep(everyone.plan);
    await completeStep.run(everyone.buyer.lead, { planId, stepId });
    const [event] = await owner()`select actor_name, actor_participant_id from event where plan_id = ${planId}`;
    expect(event).toEqual({
      actor_name: everyone.buyer.lead.name,
      actor_participant_id: everyone.buyer.lead.participantId,
    });
    for (const statement of ["update event set kind = 'x'", "delete from event"]) {
      const tried = withinPlan(everyone.buyer.lead.personId, planId, (tx) => tx.execute(statement));
      await expect(tried).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  });
});

test("a private zone's work moves nothing that the other side sees", async () => {
  const { buyer, seller } = everyone;
  const milestoneId = await aMilestone(everyone.plan);
  await aStep(everyone.plan, { milestoneId });
  const before = await readPlan.run(seller.owner, { planId });
  const step = await addStep.run(buyer.lead, { planId, milestoneId, title: "Ask the board", zone: "committee" });
  await editStep.run(buyer.lead, { planId, stepId: step.id, set: { dueOn: "2026-12-18" }, base: { dueOn: null } });
  await addCriterion.run(buyer.lead, { planId, title: "We trust them", zone: "committee" });
  expect(await readPlan.run(seller.owner, { planId })).toEqual(before);
  expect((await readPlan.run(buyer.viewer, { planId })).steps).toHaveLength(2);
});
