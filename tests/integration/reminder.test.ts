import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { withinSystem } from "@/server/domain/_kernel";
import { tickReminders } from "@/server/domain/reminder";
import { editStep } from "@/server/domain/step";
import { setClock } from "../support/clock";
import { owner, useDatabase } from "../support/database";
import { aParticipant, aPlan, aStep } from "../support/factory";
import {
  aBuyerWithStep,
  beginOnFriday,
  choose,
  deliver,
  dueOf,
  live,
  longAgo,
  mails,
  TUESDAY,
} from "../support/reminders";

useDatabase();
beforeEach(beginOnFriday);

test("a reminder comes in the local morning of the day, lists the step, and links straight to it", async () => {
  const { stepId, plan } = await aBuyerWithStep();
  await live("2027-02-16T05:00:00Z", "2027-02-16T20:00:00Z");
  const [mail, ...more] = await mails();
  expect(more).toHaveLength(0);
  expect(mail).toMatchObject({ state: "sent", template: "step-reminder" });
  expect(mail?.sent_at.toISOString()).toMatch(/^2027-02-16T07:00/);
  expect(mail?.text).toContain("Name who signs for Finance");
  expect(mail?.html).toContain("/step?token=");
  expect(mail?.text).toContain(`/plans/${plan.planId}/steps?step=${stepId}`);
  expect(mail?.headers).toMatchObject({ "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" });
  const [counted] = await owner()`select sent, last_on::text from step_reminder where step_id = ${stepId}`;
  expect(counted).toMatchObject({ sent: 1, last_on: TUESDAY });
});

test("two ticks and two deliveries at once: one mail", async () => {
  await aBuyerWithStep();
  setClock("2027-02-16T07:10:00Z");
  await Promise.all([tickReminders(), tickReminders(), tickReminders(), tickReminders()]);
  await Promise.all([deliver(), deliver()]);
  const all = await mails();
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({ state: "sent", attempts: 1 });
});

test("after six reminders it stops, and the plan shows a stall", async () => {
  const { stepId, buyer } = await aBuyerWithStep();
  await live("2027-02-11T07:00:00Z", "2027-04-30T09:00:00Z", 24 * 60);
  expect(await mails()).toHaveLength(6);
  const [counted] = await owner()`select sent, stalled_on::text from step_reminder where step_id = ${stepId}`;
  expect(counted).toMatchObject({ sent: 6, stalled_on: expect.any(String) });
  const events = await owner()`select kind, zone from event where subject_id = ${stepId}`;
  expect(events).toMatchObject([{ kind: "step.stalled", zone: "shared" }]);
  expect(await dueOf(buyer)).toBeUndefined();
  const last = (await mails()).at(-1);
  expect(last?.props.steps[0]).toMatchObject({ isLast: true });
});

test("rescheduling sends nothing and counts anew", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep();
  await live("2027-02-16T06:30:00Z", "2027-02-16T09:00:00Z");
  expect(await mails()).toHaveLength(1);
  setClock("2027-02-16T09:30:00Z");
  await editStep.run(buyer, {
    planId: plan.planId,
    stepId,
    set: { dueOn: "2027-02-18" },
    base: { dueOn: TUESDAY },
  });
  await live("2027-02-16T09:30:00Z", "2027-02-17T22:00:00Z");
  expect(await mails()).toHaveLength(1);
  await live("2027-02-18T06:00:00Z", "2027-02-18T12:00:00Z");
  expect(await mails()).toHaveLength(2);
  const [counted] = await owner()`select sent from step_reminder where step_id = ${stepId}`;
  expect(counted?.sent).toBe(1);
});

test("one mail a day from a workspace, over all its plans", async () => {
  const { plan, buyer } = await aBuyerWithStep();
  const { workspaceId } = plan;
  const other = await aPlan({
    title: "A second plan",
    workspace: { workspaceId, slug: "", name: "", owner: plan.owner },
  });
  const again = await aParticipant(other, { side: "buyer", role: "lead", person: buyer });
  await aStep(other, { title: "Read the draft", ownerId: again.participantId, dueOn: TUESDAY, createdAt: longAgo });
  await live("2027-02-16T05:00:00Z", "2027-02-16T20:00:00Z");
  const [mail, ...more] = await mails();
  expect(more).toHaveLength(0);
  expect(mail?.text).toContain("Name who signs for Finance");
  expect(mail?.text).toContain("Read the draft");
});

test("whoever wants no reminders gets none, and gets them again when they do", async () => {
  const { plan, buyer } = await aBuyerWithStep();
  await choose(plan, buyer, false);
  await live("2027-02-16T06:00:00Z", "2027-02-16T12:00:00Z");
  expect(await mails()).toHaveLength(0);
  expect(await dueOf(buyer)).toBeUndefined();

  await choose(plan, buyer, true);
  await live("2027-02-17T06:00:00Z", "2027-02-17T12:00:00Z");
  expect(await mails()).toHaveLength(1);
});

test("a tick gives way to a person at work on the same step", async () => {
  const { plan, buyer, stepId } = await aBuyerWithStep();
  await live("2027-02-16T06:00:00Z", "2027-02-16T06:30:00Z");
  setClock("2027-02-16T07:10:00Z");
  await withinSystem({ kind: "system", job: "test", workspaceId: plan.workspaceId }, async (tx) => {
    await tx.execute(sql`insert into step_reminder (workspace_id, plan_id, step_id)
      values (${plan.workspaceId}, ${plan.planId}, ${stepId})`);
    await tickReminders();
  });
  expect(await mails()).toHaveLength(0);
  expect(await dueOf(buyer)).toBeDefined();
  await tickReminders();
  expect(await mails()).toHaveLength(1);
});
