import { beforeEach, expect, test } from "vitest";
import { listEvents } from "@/server/domain/activity";
import { previewMails } from "@/server/domain/foreseen";
import { readHome } from "@/server/domain/person";
import { readPlan } from "@/server/domain/plan";
import { tickReminders } from "@/server/domain/reminder";
import { addDependency, completeStep, removeDependency } from "@/server/domain/step";
import { setClock } from "../support/clock";
import { useDatabase } from "../support/database";
import { aParticipant, aPlan, aStep, type TestParticipant } from "../support/factory";
import { beginOnFriday, deliver, longAgo, look, mails, TUESDAY } from "../support/reminders";

useDatabase();
beforeEach(beginOnFriday);

/** The board's step, which only the committee sees, stands between two shared ones; the supplier closes the circle. */
async function aCircle({ isHidden }: { isHidden: boolean }) {
  const plan = await aPlan();
  const { planId } = plan;
  const seller = await aParticipant(plan, { side: "seller", role: "owner", name: "Dana Kim" });
  const lead = await aParticipant(plan, { side: "buyer", role: "lead", name: "Priya Raman" });
  const given = { dueOn: TUESDAY, createdAt: longAgo };
  const draft = await aStep(plan, { ...given, title: "Draft", ownerId: seller.participantId });
  const review = await aStep(plan, { ...given, title: "Review", ownerId: lead.participantId });
  const kept = { ...given, ownerId: lead.participantId, zone: "committee" as const };
  const board = isHidden ? await aStep(plan, { ...kept, title: "Board" }) : "";
  const wait = (who: TestParticipant, stepId: string, predecessorId: string) =>
    addDependency.run(who, { planId, stepId, predecessorId });
  if (isHidden) {
    await wait(lead, review, board);
    await wait(lead, board, draft);
  }
  const answer = await wait(seller, draft, review);
  for (const who of [seller, lead]) await look(plan, who);
  const names = new Map([
    [draft, "draft"],
    [review, "review"],
    [planId, "plan"],
    [plan.workspaceId, "workspace"],
  ]);
  return { plan, planId, seller, lead, draft, review, board, wait, answer, names };
}
type Circle = Awaited<ReturnType<typeof aCircle>>;

/** All that the supplier is told, with the names of things for their ids: two plans that look alike read alike. */
async function toldToSeller({ planId, seller, answer, names }: Circle): Promise<string> {
  const told = {
    answer,
    plan: await readPlan.run(seller, { planId }),
    home: await readHome.run(seller, {}),
    activity: await listEvents.run(seller, { planId }),
    reminders: await previewMails.run(seller, { planId }),
  };
  const written = [...names].reduce((text, [id, name]) => text.replaceAll(id, name), JSON.stringify(told));
  return written
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, "id")
    .replace(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"moment"')
    .replace(/person\d+\.[0-9a-f]{6}@/g, "person@")
    .replace(/(customer|supplier|workspace|slug|name|position)[^",:]*":"[^"]*"/gi, '$1":"name"');
}

test("whoever closes a circle through steps that they may not see is told the same as without those steps", async () => {
  const [hidden, open] = [await aCircle({ isHidden: true }), await aCircle({ isHidden: false })];
  expect(hidden.answer).toMatchObject({ title: "Draft", waitsFor: [hidden.review] });
  expect(await toldToSeller(hidden)).toBe(await toldToSeller(open));
  expect(await toldToSeller(hidden)).not.toContain("Board");
});

test("whoever sees all of the circle reads on, and nobody is reminded of what waits for itself", async () => {
  const circle = await aCircle({ isHidden: true });
  const { planId, lead, draft, review, board } = circle;
  const { steps, health } = await readPlan.run(lead, { planId });
  expect(new Map(steps.map(({ id, waitsFor }) => [id, waitsFor]))).toEqual(
    new Map([
      [draft, [review]],
      [review, [board]],
      [board, [draft]],
    ]),
  );
  expect(health.state).toMatch(/^(on_track|at_risk|stalled)$/);
  const { mine } = await readHome.run(lead, {});
  expect(mine.map(({ title, openPredecessors }) => [title, openPredecessors]).sort()).toEqual([
    ["Board", ["Draft"]],
    ["Review", ["Board"]],
  ]);
  const { mails: toCome } = await previewMails.run(lead, { planId });
  expect(toCome.filter(({ kind }) => kind === "reminder")).toEqual([]);
  await tuesday();
  expect(await mails()).toHaveLength(0);
});

test("the committee gets out of the circle by taking its own step out of the way, or by doing one of them anyway", async () => {
  const freed = await aCircle({ isHidden: true });
  const { planId, lead, draft, board } = freed;
  await expect(completeStep.run(lead, { planId, stepId: board })).rejects.toMatchObject({
    code: "waits",
    details: { titles: ["Draft"] },
  });
  await removeDependency.run(lead, { planId, stepId: board, predecessorId: draft });
  await expect(freed.wait(lead, board, draft)).rejects.toMatchObject({
    code: "cycle",
    details: { titles: ["Board", "Draft", "Review", "Board"] },
  });
  const done = await aCircle({ isHidden: true });
  await completeStep.run(done.lead, { planId: done.planId, stepId: done.board, anyway: true });
  await tuesday();
  const reminded = (await mails())
    .filter(({ template }) => template === "step-reminder")
    .map(({ to, text }) => [to, text]);
  expect(reminded).toEqual(
    expect.arrayContaining([
      [freed.lead.email, expect.stringContaining("Board")],
      [done.lead.email, expect.stringContaining("Review")],
    ]),
  );
  expect(reminded).toHaveLength(2);
});

async function tuesday() {
  setClock(`${TUESDAY}T09:00:00Z`);
  await tickReminders();
  await deliver();
}
