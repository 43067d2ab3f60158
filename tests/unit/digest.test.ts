import { describe, expect, test } from "vitest";
import {
  type DigestEvent,
  type DigestRows,
  type DigestStep,
  digestOf,
} from "@/server/domain/notification/digest/content";
import { mostUrgentFirst } from "@/server/domain/notification/digest/order";
import { digestDays, isDigestMorning, isToldInWeekOf, nextDigestAt } from "@/server/domain/notification/digest/when";

const today = "2026-11-23";
const step = (id: string, given: Partial<DigestStep> = {}): DigestStep => ({
  ...{ id, title: id, zone: "shared", status: "todo", statusReason: null, dueOn: null, ownerId: "dana" },
  ...given,
});
const event = (kind: string, subjectId: string, given: Partial<DigestEvent> = {}): DigestEvent => ({
  ...{ kind, subjectId, actorName: "Dana Kim", actorId: "dana", before: null, after: null },
  ...given,
});
const rows = (given: Partial<DigestRows> = {}): DigestRows => ({
  today,
  decidesOn: "2027-01-12",
  readerId: "priya",
  steps: [],
  names: new Map([
    ["dana", "Dana Kim"],
    ["priya", "Priya Raman"],
    ["legal", null],
  ]),
  waiting: [],
  events: [],
  older: 0,
  lastMovedOn: "2026-11-20",
  ...given,
});
const movedBy = (given: Partial<DigestRows>) =>
  digestOf(rows(given))?.moved.map(({ wording, who, title }) => [wording, who, title].filter(Boolean).join(" "));

describe("what moved", () => {
  test("is each step once, by what became of it in the end", () => {
    const steps = [
      step("finished", { status: "done" }),
      step("reopened"),
      step("stuck", { status: "blocked", statusReason: "Legal is away." }),
      step("gone again", { status: "dropped", statusReason: "Not needed" }),
      step("new one"),
    ];
    const events = [
      event("step.edited", "finished", { before: { dueOn: null }, after: { dueOn: "2026-11-25" } }),
      event("step.completed", "finished", { actorName: "Tom Silva" }),
      event("step.completed", "reopened"),
      event("step.status_changed", "reopened"),
      event("step.status_changed", "stuck"),
      event("step.status_changed", "gone again"),
      event("step.added", "new one"),
      event("step.edited", "new one", { before: { dueOn: null }, after: { dueOn: "2026-12-25" } }),
      event("step.completed", "one that was removed since"),
    ];
    expect(digestOf(rows({ steps, events }))?.moved[1]).toMatchObject({ reason: "Legal is away" });
    expect(movedBy({ steps, events })).toEqual([
      "done Tom Silva finished",
      "blocked Dana Kim stuck",
      "dropped Dana Kim gone again",
      "added Dana Kim new one",
    ]);
  });

  test("tells a date that went to and fro as one move, and as none when it came back", () => {
    const moves = (to: string) => [
      event("step.edited", "load test", { before: { dueOn: "2026-11-20" }, after: { dueOn: "2026-11-30" } }),
      event("step.edited", "load test", { before: { dueOn: "2026-11-30" }, after: { dueOn: to } }),
    ];
    const there = digestOf(rows({ steps: [step("load test", { dueOn: "2026-12-04" })], events: moves("2026-12-04") }));
    expect(there?.moved).toMatchObject([{ wording: "dated", from: "2026-11-20", to: "2026-12-04" }]);
    const back = { steps: [step("load test", { dueOn: "2026-11-20" })], events: moves("2026-11-20") };
    expect(digestOf(rows(back))?.moved).toEqual([]);
  });

  test("counts many new steps instead of naming them", () => {
    const steps = ["one", "two", "three"].map((id) => step(id));
    const events = steps.map(({ id }) => event("step.added", id));
    expect(digestOf(rows({ steps, events }))?.moved).toMatchObject([{ wording: "addedMany", count: 3 }]);
  });

  test("says how the decision moved since, by where it stood first", () => {
    const edited = (before: string, after: string) =>
      event("plan.edited", "plan", { before: { decidesOn: before }, after: { decidesOn: after } });
    const events = [edited("2026-12-18", "2027-02-01"), edited("2027-02-01", "2027-01-12")];
    expect(digestOf(rows({ events }))?.decision).toEqual({ on: "2027-01-12", was: "2026-12-18" });
    const back = [edited("2027-01-12", "2027-02-01"), edited("2027-02-01", "2027-01-12")];
    expect(digestOf(rows({ events: back }))).toBeNull();
  });
});

test("what is next is open and due until this day next week; who is waited for is overdue, with since when and what it holds up", () => {
  const steps = [
    step("today", { dueOn: today }),
    step("in a week", { dueOn: "2026-11-30", ownerId: "priya" }),
    step("later", { dueOn: "2026-12-01" }),
    step("done", { dueOn: "2026-11-24", status: "done" }),
    step("late", { dueOn: "2026-11-17" }),
    step("later still", { dueOn: "2026-11-20", ownerId: "legal", zone: "committee" }),
  ];
  const waiting = [
    { stepId: "later", predecessorId: "late" },
    { stepId: "done", predecessorId: "late" },
  ];
  const digest = digestOf(rows({ steps, waiting }));
  expect(digest?.next.map(({ title, whose }) => `${title}: ${whose}`)).toEqual(["today: named", "in a week: you"]);
  expect(digest?.awaited).toEqual([
    {
      stepId: "late",
      title: "late",
      zone: "shared",
      whose: "named",
      name: "Dana Kim",
      since: "2026-11-17",
      holdsUp: 1,
    },
    {
      ...{ stepId: "later still", title: "later still", zone: "committee", whose: "nobody", name: "" },
      ...{ since: "2026-11-20", holdsUp: 0 },
    },
  ]);
});

test("nothing is said when nothing moved and nothing is due, or when everybody has left the plan alone for four weeks", () => {
  expect(digestOf(rows({ steps: [step("far away", { dueOn: "2027-03-01" })] }))).toBeNull();
  const late = [step("late", { dueOn: "2026-10-01" })];
  expect(digestOf(rows({ steps: late, lastMovedOn: "2026-10-27" }))).not.toBeNull();
  expect(digestOf(rows({ steps: late, lastMovedOn: "2026-10-26" }))).toBeNull();
});

test("what the reader did is told as theirs", () => {
  const steps = [step("mine", { status: "done" }), step("hers", { status: "done" })];
  const events = [event("step.completed", "mine", { actorId: "priya" }), event("step.completed", "hers")];
  const moved = digestOf(rows({ steps, events }))?.moved;
  expect(moved?.map(({ title, isOwn }) => [title, isOwn])).toEqual([
    ["hers", false],
    ["mine", true],
  ]);
});

test("whoever waits for somebody else's step first is not waited for", () => {
  const steps = [
    step("assess", { dueOn: "2026-11-19" }),
    step("approve", { dueOn: "2026-11-20" }),
    step("sign", { dueOn: "2026-11-20", status: "blocked" }),
    step("asked", { dueOn: "2026-10-01", status: "done" }),
  ];
  const waiting = [
    { stepId: "approve", predecessorId: "assess" },
    { stepId: "assess", predecessorId: "asked" },
  ];
  expect(digestOf(rows({ steps, waiting }))?.awaited.map(({ stepId, holdsUp }) => [stepId, holdsUp])).toEqual([
    ["assess", 1],
    ["sign", 0],
  ]);
});

describe("a digest's morning", () => {
  const berlin = { zone: "Europe/Berlin", country: "DE" };

  test("is a Monday's, from half past eight until noon, where its reader is", () => {
    expect(isDigestMorning(new Date("2026-11-23T07:29:00Z"), berlin)).toBe(false);
    expect(isDigestMorning(new Date("2026-11-23T07:30:00Z"), berlin)).toBe(true);
    expect(isDigestMorning(new Date("2026-11-23T11:00:00Z"), berlin)).toBe(false);
    expect(isDigestMorning(new Date("2026-11-24T08:00:00Z"), berlin)).toBe(false);
    const auckland = { zone: "Pacific/Auckland", country: "NZ" };
    expect(isDigestMorning(new Date("2026-11-22T20:00:00Z"), auckland)).toBe(true);
  });

  test("is the next worked one when the Monday is a holiday, and comes again a week later", () => {
    expect(nextDigestAt(new Date("2027-03-27T12:00:00Z"), berlin)).toEqual(new Date("2027-03-30T06:30:00Z"));
    expect(nextDigestAt(new Date("2026-11-23T07:31:00Z"), berlin)).toEqual(new Date("2026-11-30T07:30:00Z"));
    expect(nextDigestAt(new Date("2026-11-21T07:31:00Z"), berlin)).toEqual(new Date("2026-11-23T07:30:00Z"));
  });
});

describe("the days of digests to come", () => {
  const berlin = { zone: "Europe/Berlin", country: "DE" };
  const days = (at: string, until: string, thisWeek = { isTold: false, isDue: false }) =>
    digestDays(new Date(at), until, berlin, thisWeek);

  test("are Mondays, this week's as long as it is ahead", () => {
    expect(days("2026-11-22T12:00:00Z", "2026-12-06")).toEqual(["2026-11-23", "2026-11-30"]);
    expect(days("2026-11-23T07:29:00Z", "2026-12-07")).toEqual(["2026-11-23", "2026-11-30", "2026-12-07"]);
    expect(days("2026-11-23T07:31:00Z", "2026-12-07")).toEqual(["2026-11-30", "2026-12-07"]);
    expect(days("2026-11-25T12:00:00Z", "2026-11-29")).toEqual([]);
  });

  test("the first worked day after a Monday that is a holiday, even past the last day asked for", () => {
    expect(days("2027-03-27T12:00:00Z", "2027-04-05")).toEqual(["2027-03-30", "2027-04-05"]);
    expect(days("2027-03-27T12:00:00Z", "2027-03-29")).toEqual([]);
    expect(days("2027-03-29T05:00:00Z", "2027-03-29")).toEqual([]);
  });

  test("this morning's while it is due, and none of a week that was told", () => {
    const due = { isTold: false, isDue: true };
    expect(days("2026-11-23T09:00:00Z", "2026-11-30", due)).toEqual(["2026-11-23", "2026-11-30"]);
    expect(days("2026-11-23T11:30:00Z", "2026-11-30", due)).toEqual(["2026-11-30"]);
    expect(days("2026-11-23T06:00:00Z", "2026-11-30", { isTold: true, isDue: true })).toEqual(["2026-11-30"]);
  });

  test("a week begins with the Sunday before it", () => {
    const told = (at: string) => isToldInWeekOf("2026-11-25", [new Date(at)], "Europe/Berlin");
    expect(told("2026-11-22T10:00:00Z")).toBe(true);
    expect(told("2026-11-21T10:00:00Z")).toBe(false);
  });
});

test("plans with news come first, and of those, as of the others, the ones that want something of somebody", () => {
  const late = step("late", { dueOn: "2026-11-17" });
  const soon = step("soon", { dueOn: "2026-11-25" });
  const news = { steps: [step("done", { status: "done" as const })], events: [event("step.completed", "done")] };
  const given: Record<string, Partial<DigestRows>> = {
    "only due": { steps: [soon] },
    "only overdue": { steps: [late] },
    "news, decided later": { ...news, decidesOn: "2027-03-01" },
    "news, decided sooner": news,
    "news and overdue": { ...news, steps: [...news.steps, late] },
    "news and more overdue": { ...news, steps: [...news.steps, late, { ...late, id: "later" }] },
    "news, and due to the reader": { ...news, steps: [...news.steps, { ...soon, ownerId: "priya" }] },
  };
  const sections = Object.entries(given).flatMap(([name, of]) => {
    const digest = digestOf(rows(of));
    return digest ? [{ name, digest }] : [];
  });
  expect(mostUrgentFirst(sections).map(({ name }) => name)).toEqual([
    "news and more overdue",
    "news and overdue",
    "news, and due to the reader",
    "news, decided sooner",
    "news, decided later",
    "only overdue",
    "only due",
  ]);
});
