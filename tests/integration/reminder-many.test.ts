import { beforeEach, expect, test } from "vitest";
import { owner, useDatabase } from "../support/database";
import { aMilestone, aParticipant, aPerson, aPlan, aStep, aWorkspace } from "../support/factory";
import { beginOnFriday, live, longAgo, look, mails, TUESDAY } from "../support/reminders";

useDatabase();
beforeEach(beginOnFriday);

const PLANS = 40;
const STEPS = 300;

test("somebody with 300 steps due on 40 plans gets one mail, which names a few of them, and has been reminded of each", async () => {
  const workspace = await aWorkspace();
  const person = await aPerson({ name: "Priya Raman", timeZone: "Europe/Berlin", locale: "en" });
  for (let n = 0; n < PLANS; n++) {
    const plan = await aPlan({ workspace, title: `Plan ${n}` });
    const { participantId: ownerId } = await aParticipant(plan, { side: "buyer", role: "contributor", person });
    const milestoneId = await aMilestone(plan);
    const due = { milestoneId, ownerId, dueOn: TUESDAY, createdAt: longAgo };
    for (let of = n; of < STEPS; of += PLANS) await aStep(plan, { ...due, title: `Step ${of}` });
  }
  await look({ ...workspace, planId: "" }, { ...person, participantId: "", side: "buyer", role: "contributor" });
  await live("2027-02-16T06:00:00Z", "2027-02-16T18:00:00Z", 60);

  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail?.subject).toContain("300 steps for you on 40 plans");
  expect(mail?.text).toContain("292 more steps of yours are in your list.");
  expect(Buffer.byteLength(mail?.html)).toBeLessThan(100_000);
  expect(mail?.headers.References.length).toBeLessThan(998);
  const counted = await owner()`select sent, count(*)::integer as steps from step_reminder group by sent`;
  expect(counted).toMatchObject([{ sent: 1, steps: STEPS }]);

  await live("2027-02-17T06:00:00Z", "2027-02-17T18:00:00Z", 60);
  expect(await mails()).toHaveLength(1);
}, 120_000);
