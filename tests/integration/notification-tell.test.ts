import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newId } from "@/server/domain/_kernel";
import { addCriterion } from "@/server/domain/decision";
import { listNotices, markAllRead, markRead, readPulse, tellPeople } from "@/server/domain/notification";
import { removeParticipant } from "@/server/domain/participant";
import { addDependency, completeStep, editStep, setStepStatus } from "@/server/domain/step";
import { upkeep } from "@/server/jobs/upkeep";
import { moveClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aStep } from "../support/factory";
import { connectAs, seeing } from "../support/roles";
import { aPlanWithEveryone, type Everyone } from "../support/standings";

useDatabase();

let everyone: Everyone;
let planId: string;
let stepId: string;
const service = { sql: null as ReturnType<typeof connectAs> | null };
beforeAll(() => {
  service.sql = connectAs("throughline_service");
});
afterAll(() => service.sql?.end());

beforeEach(async () => {
  everyone = await aPlanWithEveryone();
  planId = everyone.plan.planId;
  stepId = await aStep(everyone.plan, { title: "Name who signs", ownerId: everyone.buyer.contributor.participantId });
  await tellPeople();
});

const setStatus = async (status: "blocked" | "todo", reason: string | null = null) => {
  const [base] = await owner()`select status, status_reason as "statusReason" from step where id = ${stepId}`;
  return setStepStatus.run(everyone.buyer.lead, { planId, stepId, status, reason, base: { ...base } });
};
const block = (reason: string) => setStatus("blocked", reason);
const noticesOf = async (who: { personId: string }) => (await listNotices.run(who, {})).notices;
const wordingsOf = async (who: { personId: string }) => (await noticesOf(who)).map(({ told }) => told.wording);

test("what another does to my step is told once, as a sentence's parts, with the way to it", async () => {
  const { lead, contributor } = everyone.buyer;
  await editStep.run(lead, { planId, stepId, set: { dueOn: "2027-01-15" }, base: { dueOn: null } });
  await tellPeople();
  await tellPeople();
  expect(await noticesOf(contributor)).toMatchObject([
    {
      planId,
      path: `/plans/${planId}/steps?step=${stepId}`,
      readAt: null,
      told: { wording: "moved", who: lead.name, title: "Name who signs", from: null, to: "2027-01-15" },
    },
  ]);
  expect(await noticesOf(lead)).toEqual([]);
});

test("the seller's move of a shared step tells the committee's owner of a private step that waits for it, and nobody else", async () => {
  const { lead, contributor } = everyone.buyer;
  const mine = await aStep(everyone.plan, { zone: "committee", title: "Ask the board", ownerId: lead.participantId });
  await addDependency.run(lead, { planId, stepId: mine, predecessorId: stepId });
  await completeStep.run(everyone.seller.owner, { planId, stepId });
  await tellPeople();
  expect(await noticesOf(lead)).toMatchObject([
    { zone: "committee", told: { wording: "awaited_done", other: "Ask the board" } },
  ]);
  expect(await wordingsOf(contributor)).toEqual(["done"]);
  for (const who of Object.values(everyone.seller)) expect(await noticesOf(who)).toEqual([]);
});

test("a teller that dies before its end has told nothing, and the next tells all of it, once", async () => {
  await block("one");
  await setStatus("todo");
  await owner()`create function die() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$`;
  await owner()`create trigger power_cut before update of told_seq on plan_stream for each row execute function die()`;
  await tellPeople();
  expect(await noticesOf(everyone.buyer.contributor)).toEqual([]);
  await owner()`drop trigger power_cut on plan_stream`;
  await owner()`drop function die`;
  moveClock({ minutes: 6 });
  await tellPeople();
  expect(await wordingsOf(everyone.buyer.contributor)).toEqual(["unblocked", "blocked"]);
  const [left] = await owner()`select count(*)::int from plan_stream where head_seq > told_seq`;
  expect(left?.count).toBe(0);
});

test("many tellers at once tell each thing once", async () => {
  for (let n = 0; n < 12; n++) {
    await block(`reason ${n}`);
    await setStatus("todo");
  }
  await Promise.all(Array.from({ length: 5 }, () => tellPeople()));
  await tellPeople();
  expect(await noticesOf(everyone.buyer.contributor)).toHaveLength(24);
});

test("an event that was told already, by a cursor put back, is not told again", async () => {
  await block("once");
  await tellPeople();
  await owner()`update plan_stream set told_seq = 0`;
  await tellPeople();
  expect(await noticesOf(everyone.buyer.contributor)).toHaveLength(1);
});

test("the count moves with what is read, here or by opening the step; others' are theirs", async () => {
  const { contributor, viewer } = everyone.buyer;
  await block("first");
  await tellPeople();
  const [first] = await noticesOf(contributor);
  expect(await readPulse.run(contributor, {})).toMatchObject({ unread: 1, subjects: [stepId] });
  await markRead.run(viewer, { ids: [first?.id] });
  await markAllRead.run(viewer, { upTo: new Date("2099-01-01") });
  expect(await readPulse.run(contributor, {})).toMatchObject({ unread: 1 });
  expect(await markRead.run(contributor, { ids: [first?.id, newId()] })).toMatchObject({ unread: 0, subjects: [] });

  await block("second");
  await tellPeople();
  expect(await markRead.run(contributor, { stepId })).toMatchObject({ unread: 0 });
  await block("third");
  await tellPeople();
  const [third] = await noticesOf(contributor);
  await block("fourth");
  await tellPeople();
  expect(await markAllRead.run(contributor, { upTo: third?.createdAt })).toMatchObject({ unread: 1 });
});

test("whoever leaves a plan has nothing of it left, and is told nothing more", async () => {
  const { lead, contributor } = everyone.buyer;
  await block("before");
  await tellPeople();
  expect(await noticesOf(contributor)).toHaveLength(1);
  await removeParticipant.run(lead, { planId, participantId: contributor.participantId });
  await block("after");
  await tellPeople();
  expect(await noticesOf(contributor)).toEqual([]);
  expect(await readPulse.run(contributor, {})).toEqual({ unread: 0, subjects: [], planIds: [], moved: "0:0" });
});

test("the database itself shows a person only their own, in the zones of their side, whatever the rows say", async () => {
  const { contributor } = everyone.buyer;
  const { editor } = everyone.seller;
  await addCriterion.run(everyone.buyer.lead, { planId, title: "We trust them", zone: "committee" });
  await tellPeople();
  const sql = service.sql;
  if (!sql) throw new Error("no connection");
  const seen = (personId: string) => seeing(sql, { person_id: personId }, (tx) => tx`select zone from notification`);
  expect(await seen(contributor.personId)).toMatchObject([{ zone: "committee" }]);
  // A row that says of a seller that they were told of the committee's matter.
  await owner()`update notification set person_id = ${editor.personId} where person_id = ${contributor.personId}`;
  expect(await seen(editor.personId)).toHaveLength(0);
  expect(await seen(contributor.personId)).toHaveLength(0);
  const changed = await seeing(
    sql,
    { person_id: editor.personId },
    (tx) => tx`update notification set read_at = now()`,
  );
  expect(changed.count).toBe(0);
});

test("what the other side keeps to itself does not move a person's pulse", async () => {
  const before = await readPulse.run(everyone.seller.owner, {});
  await addCriterion.run(everyone.buyer.lead, { planId, title: "We trust them", zone: "committee" });
  await tellPeople();
  expect(await readPulse.run(everyone.seller.owner, {})).toEqual(before);
  expect((await readPulse.run(everyone.buyer.lead, {})).moved).not.toBe(before.moved);
});

test("what was told three months ago is forgotten by the upkeep, and what is younger stays", async () => {
  await block("long ago");
  await block("lately");
  await tellPeople();
  await owner()`update notification set created_at = now() - interval '91 days' where id =
    (select id from notification where person_id = ${everyone.buyer.contributor.personId} order by created_at, id limit 1)`;
  await upkeep.perform({}, { signal: new AbortController().signal });
  expect(await noticesOf(everyone.buyer.contributor)).toHaveLength(1);
});
