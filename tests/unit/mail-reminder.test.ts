import { describe, expect, test } from "vitest";
import { dueOfOthers, dueWords } from "@/emails/due";
import StepReminder, { type ReminderStep, type StepReminderProps } from "@/emails/step-reminder";
import { renderMail, wordsFor } from "@/server/mail/render";

const words = wordsFor("en", "p@x.test");
const base: StepReminderProps = StepReminder.PreviewProps;
const today = base.today;
const step = (given: Partial<ReminderStep>): ReminderStep => ({
  planId: "p",
  title: "Name who signs for Finance",
  planTitle: "Replace the paper rota",
  dueOn: today,
  zone: "shared",
  waiting: [],
  isLast: false,
  kind: "task",
  actUrl: "https://x.test/done",
  laterUrl: "https://x.test/later",
  notMineUrl: "https://x.test/not-mine",
  commentUrl: "https://x.test/comment",
  openUrl: `https://x.test/open/${given.title ?? ""}`,
  ...given,
});
const mail = (given: Partial<StepReminderProps>) =>
  renderMail({ template: "step-reminder", props: { ...base, ...given }, to: "p@x.test", locale: "en" });

test.each([
  [null, "No date yet", "no date yet"],
  ["2026-11-19", "Overdue since Thu 19 Nov", "was due Thu 19 Nov"],
  ["2026-11-23", "Due yesterday", "was due yesterday"],
  ["2026-11-24", "Due today", "due today"],
  ["2026-11-25", "Due tomorrow", "due Wed 25 Nov"],
  ["2026-11-27", "Due Fri 27 Nov, in 3 days", "due Fri 27 Nov"],
  ["2027-01-15", "Due Fri 15 Jan 2027", "due Fri 15 Jan 2027"],
])("on 24 November, %s reads as people say it", (dueOn, own, others) => {
  expect(dueWords(dueOn, today, words)).toBe(own);
  expect(dueOfOthers(dueOn, today, words)).toBe(others);
});

describe("the subject says what there is to do", () => {
  test.each([
    [[step({})], "Due today: Name who signs for Finance"],
    [[step({ dueOn: "2026-11-19" })], "Overdue since Thu 19 Nov: Name who signs for Finance"],
    [
      [step({}), step({ dueOn: "2026-11-27" })],
      "2 steps for you on Northwind Health × Acme Scheduling: Name who signs for Finance, due today",
    ],
    [
      [step({ dueOn: "2026-11-26", title: "Security review" }), step({ dueOn: "2026-11-27" })],
      "2 steps for you on Northwind Health × Acme Scheduling: Security review, due Thursday",
    ],
    [
      [step({ dueOn: "2026-11-20", title: "Sign" }), step({ dueOn: "2026-11-20" })],
      "2 steps for you on Northwind Health × Acme Scheduling: Sign, overdue",
    ],
    [
      [step({ dueOn: "2026-12-11", title: "Sign" }), step({ dueOn: null })],
      "2 steps for you on Northwind Health × Acme Scheduling: Sign, due Fri 11 Dec",
    ],
    [
      [step({ dueOn: null, title: "Sign" }), step({ dueOn: null })],
      "2 steps for you on Northwind Health × Acme Scheduling: Sign",
    ],
    [
      [step({ dueOn: "2026-11-25", title: "Confirm ".repeat(20) }), step({ planId: "q" }), step({})],
      "3 steps for you on 2 plans: Confirm Confirm Confirm Confirm Confirm Confirm Confirm…, due tomorrow",
    ],
    [
      [step({ dueOn: "2027-01-20", waiting: [{ name: "Dana Kim", title: "Sign" }] })],
      "Dana Kim waits for you: Name who signs for Finance",
    ],
    [[step({ waiting: [{ name: "Dana Kim", title: "Sign" }] })], "Due today: Name who signs for Finance"],
  ])("%#", async (steps, subject) => {
    expect((await mail({ steps })).subject).toBe(subject);
  });
});

describe("the sentence says why", () => {
  const why = async (steps: ReminderStep[]) => (await mail({ steps })).text.split("\n\n")[1];
  const waiting = [{ name: "Dana Kim", title: "Answer the security questions" }];

  test.each([
    [[step({})], "this step is yours and due today."],
    [
      [step({ waiting })],
      "this step is yours and due today. Dana Kim asks you for it: “Answer the security questions” can’t go on without it.",
    ],
    [[step({ dueOn: "2026-11-20" }), step({})], "these two are yours, one of them overdue."],
    [[step({}), step({ waiting })], "these two are yours, both due today."],
    [[step({ dueOn: null }), step({ dueOn: "2026-11-27" })], "these two are yours, the first due Fri 27 Nov."],
    [[step({ dueOn: null })], "this step is yours."],
  ])("%#", async (steps, sentence) => {
    expect(await why(steps)).toBe(sentence);
  });
});

test("who waits is said once: in the sentence for the first step, at the step for the others", async () => {
  const waiting = [{ name: "Dana Kim", title: "Answer the security questions" }];
  const { text } = await mail({ steps: [step({ title: "A", waiting }), step({ title: "B", waiting })] });
  expect(text.match(/Dana Kim/g)).toHaveLength(2);
  const more = [...waiting, { name: "Omar Haddad", title: "Approve" }, { name: "Tomas Silva", title: "Sign" }];
  expect((await mail({ steps: [step({ waiting: more })] })).text).toContain("Dana Kim and 2 others ask you for this");
});

test("whoever waits without a name is somebody, whoever is waited for without one is still to be named", async () => {
  const steps = [step({ waiting: [{ name: null, title: "Sign" }] })];
  const waited = (at: number) => ({ name: null, title: `Draft ${at}`, dueOn: null, openUrl: `https://x.test/${at}` });
  const { text } = await mail({ steps, waitingFor: [0, 1, 2, 3, 4, 5, 6].map(waited) });
  expect(text).toContain("Somebody asks you for it: “Sign” can’t go on without it.");
  expect(text).toContain("- Nobody named yet: Draft 4, no date yet. https://x.test/4\n- and 2 more steps\n");
});

test("each step has its own two links; one that waits for others can't be called done from here", async () => {
  const { text } = await mail({
    steps: [step({ title: "A" }), step({ title: "B", actUrl: null, openUrl: "https://x.test/b" })],
  });
  expect(text.match(/It’s done:/g)).toHaveLength(1);
  expect(text.match(/^Open it:/gm)).toHaveLength(2);
});

test("plans are named at the steps when there are several", async () => {
  const steps = [step({}), step({ planId: "q", planTitle: "Payroll for the clinics", openUrl: "https://x.test/q" })];
  expect((await mail({ steps })).text).toContain("Due today · Payroll for the clinics");
});

test("a committee step is marked in words", async () => {
  const { text, html } = await mail({ steps: [step({ zone: "committee" })] });
  expect(text).toContain("Due today · Committee only");
  expect(html).toContain("Committee only");
});

test("the last reminder of a step says so", async () => {
  expect((await mail({ steps: [step({ isLast: true })] })).text).toContain("This is the last reminder of this step");
});

test("forty steps make a short mail that says how many more there are", async () => {
  const steps = Array.from({ length: 40 }, (_, at) => step({ title: `Step ${at}` }));
  const { subject, html, text } = await mail({ steps });
  expect(subject).toContain("40 steps");
  expect(text).toContain("32 more steps of yours are in your list.\nhttps://plans.example.com/plans");
  expect(Buffer.byteLength(html)).toBeLessThan(100_000);
});

test("the line has words for those who can't see it", async () => {
  const { html, text } = await mail({});
  expect(html).toContain('role="img" aria-label="The plan as a line: 3 of 7 milestones done."');
  expect(text).toContain("3 of 7 milestones done. Next: Security review, Fri 27 Nov. Decision Fri 18 Dec.");
});

test("a plan without milestones has no line, and one of thirty is shown around where it stands", async () => {
  const [plan] = base.plans;
  if (!plan) throw new Error("the example has a plan");
  const none = await mail({ plans: [{ ...plan, stops: [], decisionOn: null }] });
  expect(none.html).not.toContain('role="img"');
  const stops = Array.from({ length: 30 }, (_, at) => ({
    title: `Milestone ${at}`,
    dueOn: null,
    state: at < 20 ? ("done" as const) : at === 20 ? ("now" as const) : ("ahead" as const),
  }));
  const long = await mail({ plans: [{ ...plan, stops }] });
  expect(long.html).toContain("20 of 30 milestones done");
  expect(long.html.match(/border-radius:6px/g)).toHaveLength(12);
});

test("says how often it comes and how to stop it", async () => {
  const { text } = await mail({});
  expect(text).toContain(
    "At most one such mail a day from Acme Scheduling, on your working days, only when something is yours.",
  );
  expect(text).toContain("Stop these: https://plans.example.com/preferences?token=3");
});
