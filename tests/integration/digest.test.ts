import { beforeEach, expect, test } from "vitest";
import { at } from "@/server/domain/_kernel";
import { addCriterion } from "@/server/domain/decision";
import { tellPeople, tickDigests } from "@/server/domain/notification";
import { editPlan } from "@/server/domain/plan";
import { addDependency, completeStep } from "@/server/domain/step";
import { moveClock, setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aParticipant, aPerson, aPlan, aStep, type TestParticipant, type TestPlan } from "../support/factory";
import { endedBy } from "../support/mails";
import { deliver } from "../support/reminders";

useDatabase();

let plan: TestPlan;
let lead: TestParticipant;
let seller: TestParticipant;
let contributor: TestParticipant;

// The Wednesday before, and the Monday's morning in Berlin.
const WEDNESDAY = "2027-02-10T09:00:00Z";
const MONDAY = "2027-02-15T07:35:00Z";

beforeEach(async () => {
  setClock(WEDNESDAY);
  for (const table of ["mail", "digest_due", "notification_choice", "mail_preference"]) {
    await owner().unsafe(`delete from ${table}`);
  }
  plan = await aPlan({ title: "New orders", decidesOn: "2027-03-12" });
  const person = (name: string) => aPerson({ name, timeZone: "Europe/Berlin", locale: "en" });
  lead = await aParticipant(plan, { side: "buyer", role: "lead", person: await person("Priya Raman") });
  contributor = await aParticipant(plan, { side: "buyer", role: "contributor", person: await person("Tom Silva") });
  seller = await aParticipant(plan, { side: "seller", role: "owner", person: await person("Dana Kim") });
});

const digests = () => owner()`select * from mail where template = 'digest' order by "to"`;
const to = async (who: TestParticipant) => (await digests()).find((mail) => mail.to === who.email);
const monday = async () => {
  setClock(MONDAY);
  await tickDigests();
  await deliver();
};

test("on Monday morning who leads the committee and who owns the plan read how the week was, each as their side may see it", async () => {
  const late = await aStep(plan, { title: "Send the draft", ownerId: seller.participantId, dueOn: "2027-02-08" });
  const board = { zone: "committee" as const, title: "Ask the board", ownerId: contributor.participantId };
  const mine = await aStep(plan, { ...board, dueOn: "2027-02-19" });
  await addDependency.run(lead, { planId: plan.planId, stepId: mine, predecessorId: late });
  const done = await aStep(plan, { title: "Answer the questions", ownerId: contributor.participantId });
  await completeStep.run(contributor, { planId: plan.planId, stepId: done });
  await addCriterion.run(lead, { planId: plan.planId, title: "We trust them", zone: "committee" });
  await editPlan.run(lead, {
    planId: plan.planId,
    set: { decidesOn: "2027-03-26" },
    base: { decidesOn: "2027-03-12" },
  });
  await tellPeople();
  await monday();

  expect((await digests()).map((mail) => mail.to).sort()).toEqual([lead.email, seller.email].sort());
  const committees = await to(lead);
  expect(committees).toMatchObject({
    state: "sent",
    subject: "New orders, the week ahead: one step due, one overdue",
  });
  expect(endedBy(committees?.headers)).toEqual({ from: "digest", plan: plan.planId });
  for (const sentence of [
    "Tom Silva finished “Answer the questions”",
    "added the criterion “We trust them”",
    "Tom Silva is on “Ask the board” until Fri 19 Feb",
    "Dana Kim has been waited for since Mon 8 Feb: “Send the draft”. One step can’t go on without it",
    "The decision moved from Fri 12 Mar to Fri 26 Mar, 14 days later",
  ]) {
    expect(committees?.text).toContain(sentence);
  }
  const sellers = await to(seller);
  expect(sellers?.text).toContain("Answer the questions");
  expect(sellers?.text).toContain("You have been waited for since Mon 8 Feb: “Send the draft”");
  for (const hidden of ["We trust them", "Ask the board", "go on without it"]) {
    expect(`${sellers?.text} ${sellers?.html}`).not.toContain(hidden);
  }
});

test("it comes once a week, however often and by however many it is looked for, also after a tick that died", async () => {
  const stepId = await aStep(plan, { title: "Send the draft", ownerId: seller.participantId, dueOn: "2027-02-17" });
  await completeStep.run(seller, { planId: plan.planId, stepId });
  await tellPeople();
  setClock(MONDAY);
  await owner()`create function die() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$`;
  await owner()`create trigger power_cut before insert on mail for each row execute function die()`;
  await tickDigests();
  await owner()`drop trigger power_cut on mail`;
  await owner()`drop function die`;
  await Promise.all([tickDigests(), tickDigests(), tickDigests()]);
  moveClock({ hours: 1 });
  await tickDigests();
  await deliver();
  expect((await digests()).map(({ state }) => state)).toEqual(["sent", "sent"]);
});

test("a week in which nothing moved and nothing is due sends none, and the next one tells from then on", async () => {
  const stepId = await aStep(plan, { title: "Far away", ownerId: seller.participantId, dueOn: "2027-05-03" });
  await tellPeople();
  await owner()`insert into digest_due ${owner()({
    ...{ workspace_id: plan.workspaceId, plan_id: plan.planId, person_id: lead.personId },
    ...{ due_at: new Date("2027-02-15T07:30:00Z"), told_until: new Date(WEDNESDAY) },
  })}`;
  await monday();
  expect(await digests()).toHaveLength(0);
  setClock("2027-02-17T09:00:00Z");
  await completeStep.run(seller, { planId: plan.planId, stepId });
  await tellPeople();
  setClock("2027-02-22T07:35:00Z");
  await tickDigests();
  expect(await to(lead)).toBeDefined();
});

test("who muted it, left, or handed the lead over gets none", async () => {
  const stepId = await aStep(plan, { title: "Send the draft", ownerId: seller.participantId, dueOn: "2027-02-17" });
  await completeStep.run(seller, { planId: plan.planId, stepId });
  await tellPeople();
  await owner()`insert into notification_choice ${owner()({ person_id: seller.personId, plan_id: plan.planId, kind: "digest", choice: "off", changed_at: new Date() })}`;
  setClock(MONDAY);
  await tickDigests();
  expect((await digests()).map((mail) => mail.to)).toEqual([lead.email]);
  await owner()`update participation set role = 'contributor' where person_id = ${lead.personId}`;
  await deliver();
  expect(await digests()).toMatchObject([{ state: "skipped" }]);
  setClock("2027-02-22T07:35:00Z");
  await tickDigests();
  expect(await digests()).toHaveLength(1);
  expect(await owner()`select 1 from digest_due where person_id = ${lead.personId}`).toHaveLength(0);
});

test("a Monday that was missed is not made up for on Tuesday: the next one tells of both weeks", async () => {
  const stepId = await aStep(plan, { title: "Send the draft", ownerId: seller.participantId, dueOn: "2027-02-17" });
  await completeStep.run(seller, { planId: plan.planId, stepId });
  await tellPeople();
  setClock("2027-02-16T09:00:00Z");
  await tickDigests();
  expect(await digests()).toHaveLength(0);
  setClock("2027-02-22T07:35:00Z");
  await tickDigests();
  await deliver();
  expect((await to(lead))?.text).toContain("finished “Send the draft”");
});

test("an act whose transaction ends after the digest, though it began before, is told in the next one", async () => {
  const [first, second] = [
    await aStep(plan, { title: "Send the draft", ownerId: seller.participantId }),
    await aStep(plan, { title: "Read the draft", ownerId: contributor.participantId, zone: "committee" }),
  ];
  await completeStep.run(seller, { planId: plan.planId, stepId: first });
  await tellPeople();
  await monday();
  expect((await to(lead))?.text).toContain("Send the draft");
  await at(new Date("2027-02-15T07:34:59Z"), () =>
    completeStep.run(contributor, { planId: plan.planId, stepId: second }),
  );
  await owner()`delete from mail`;
  setClock("2027-02-22T07:35:00Z");
  await tickDigests();
  await deliver();
  const next = await to(lead);
  expect(next?.text).toContain("Read the draft");
  expect(next?.text).not.toContain("Send the draft");
  expect(await to(seller)).toBeUndefined();
});

test("of more than a mail holds, the latest is told, and how much came before it", async () => {
  await addCriterion.run(lead, { planId: plan.planId, title: "Criterion 0" });
  await tellPeople();
  const { planId } = plan;
  const [{ seq }] =
    (await owner()`select max(seq)::int as seq from event where plan_id = ${planId} and zone = 'shared'`) as [
      { seq: number },
    ];
  await owner()`insert into event (workspace_id, id, plan_id, zone, seq, kind, actor_name, subject_type, subject_id, after, at)
    select workspace_id, gen_random_uuid(), plan_id, zone, seq + n, kind, actor_name, subject_type, subject_id,
      jsonb_build_object('title', 'Criterion ' || n), at + n * interval '1 second'
    from event, generate_series(1, 2004) n where plan_id = ${planId} and zone = 'shared' and seq = ${seq}`;
  await owner()`update plan_stream set head_seq = head_seq + 2004, told_seq = head_seq + 2004 where plan_id = ${planId} and zone = 'shared'`;
  await monday();
  const { moved, older } = (await to(lead))?.props.plans[0] ?? {};
  expect(moved[0].title).toBe("Criterion 2004");
  expect(moved).toHaveLength(2000);
  expect(older).toBe(5);
  expect((await to(lead))?.text).toContain("and 1,997 more");
});
