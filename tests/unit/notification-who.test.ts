import { describe, expect, test } from "vitest";
import type { Zone } from "@/db/vocabulary";
import { type Facts, type Happening, noticesOf, type Seat } from "@/server/domain/notification/tell/who";

const joinedAt = new Date("2026-11-01T09:00:00Z");
const seat = (name: string, side: Seat["side"], role: Seat["role"]): Seat => ({
  personId: name,
  participantId: `seat of ${name}`,
  side,
  role,
  joinedAt,
});
const seats = [
  seat("lena", "seller", "owner"),
  seat("marek", "seller", "editor"),
  seat("priya", "buyer", "lead"),
  seat("tom", "buyer", "contributor"),
  seat("vera", "buyer", "viewer"),
];
const facts = (given: Partial<Facts> = {}): Facts => ({
  seats,
  owners: new Map([["step", "seat of tom"]]),
  waiting: [],
  inviters: new Map(),
  commenters: new Map(),
  ...given,
});
const happening = (kind: string, by: string | null, given: Partial<Happening> = {}): Happening => ({
  id: "event",
  zone: "shared",
  kind,
  actorParticipantId: by && `seat of ${by}`,
  subjectId: "step",
  before: null,
  after: null,
  at: new Date("2026-11-20T10:00:00Z"),
  ...given,
});
const told = (event: Happening, given: Partial<Facts> = {}) =>
  noticesOf(event, facts(given))
    .map(({ personId, kind }) => `${personId}: ${kind}`)
    .sort();

describe("a step", () => {
  test("given to somebody is told to them, and to whom it was taken from", () => {
    const event = happening("step.edited", "lena", {
      before: { title: "x", ownerId: "seat of tom" },
      after: { title: "x", ownerId: "seat of priya" },
    });
    expect(told(event, { owners: new Map([["step", "seat of priya"]]) })).toEqual(["priya: given", "tom: taken"]);
    expect(told(happening("step.added", "lena", { after: { ownerId: "seat of tom" } }))).toEqual(["tom: given"]);
  });

  test("that somebody takes for themselves is told to nobody else than its owner before", () => {
    const event = happening("step.edited", "priya", {
      before: { ownerId: "seat of tom" },
      after: { ownerId: "seat of priya" },
    });
    expect(told(event, { owners: new Map([["step", "seat of priya"]]) })).toEqual(["tom: taken"]);
  });

  test("that is moved concerns its owner and who waits for it, each once", () => {
    const event = happening("step.edited", "lena", {
      before: { title: "x", dueOn: "2026-11-24" },
      after: { title: "y", dueOn: "2026-11-27" },
    });
    const waiting = [
      { stepId: "later", predecessorId: "step", zone: "shared" as Zone, ownerId: "seat of priya" },
      { stepId: "last", predecessorId: "step", zone: "shared" as Zone, ownerId: "seat of tom" },
      { stepId: "other", predecessorId: "another", zone: "shared" as Zone, ownerId: "seat of marek" },
    ];
    expect(told(event, { waiting })).toEqual(["priya: awaited_moved", "tom: moved"]);
  });

  test("that others reword, finish, block or free is told to its owner; their own doing is not", () => {
    const reworded = { before: { title: "x" }, after: { title: "y" } };
    expect(told(happening("step.edited", "lena", reworded))).toEqual(["tom: reworded"]);
    expect(told(happening("step.edited", "tom", reworded))).toEqual([]);
    const status = (from: string, to: string) => ({ before: { status: from }, after: { status: to } });
    expect(told(happening("step.status_changed", "lena", status("todo", "blocked")))).toEqual(["tom: status"]);
    expect(told(happening("step.status_changed", "lena", status("blocked", "doing")))).toEqual(["tom: status"]);
    expect(told(happening("step.status_changed", "lena", status("todo", "doing")))).toEqual([]);
    expect(told(happening("step.completed", "lena"))).toEqual(["tom: status"]);
  });

  test("that is done frees who waits for it; what they may not see of it, they are not told", () => {
    const waiting = [{ stepId: "later", predecessorId: "step", zone: "shared" as Zone, ownerId: "seat of lena" }];
    expect(told(happening("step.completed", "tom"), { waiting })).toEqual(["lena: awaited_done"]);
    expect(told(happening("step.completed", "tom", { zone: "committee" }), { waiting })).toEqual([]);
  });

  test("that waits in the committee's own zone keeps the notice there", () => {
    const waiting = [{ stepId: "later", predecessorId: "step", zone: "committee" as Zone, ownerId: "seat of priya" }];
    const notices = noticesOf(happening("step.completed", "lena", { subjectId: "step" }), facts({ waiting }));
    expect(notices).toContainEqual({ personId: "priya", kind: "awaited_done", stepId: "later", zone: "committee" });
  });

  test("that stalls is told to its owner, the lead and the plan's owner", () => {
    expect(told(happening("step.stalled", null))).toEqual(["lena: stalled", "priya: stalled", "tom: stalled"]);
    expect(told(happening("step.stalled", null, { zone: "committee" }))).toEqual(["priya: stalled", "tom: stalled"]);
  });

  test("that is commented on is told to its owner and to those who said something before, not to the writer", () => {
    const commenters = new Map([["step", ["seat of lena", "seat of marek"]]]);
    expect(told(happening("step.commented", "lena"), { commenters })).toEqual(["marek: comment", "tom: comment"]);
  });
});

describe("the plan", () => {
  test("asks those who agree to agree again with a new wording, but for its writer and those who only look", () => {
    expect(told(happening("problem.worded", "priya"))).toEqual(["tom: problem"]);
    expect(told(happening("problem.worded", "lena"))).toEqual(["priya: problem", "tom: problem"]);
  });

  test("tells everybody when the decision is moved, and nobody when something else of it changes", () => {
    const moved = { before: { decidesOn: "2027-01-12" }, after: { decidesOn: "2027-02-12" } };
    expect(told(happening("plan.edited", "lena", moved))).toHaveLength(4);
    expect(told(happening("plan.edited", "lena", { before: { title: "x" }, after: { title: "y" } }))).toEqual([]);
  });

  test("tells of an option only whose side may know of it", () => {
    expect(told(happening("option.added", "tom", { zone: "committee" }))).toEqual(["priya: option"]);
    expect(told(happening("criterion.added", "marek", { zone: "seller" }))).toEqual(["lena: criterion"]);
  });

  test("tells who joined to those who head it and to the inviter; what bounced to the inviter, if they are still there", () => {
    const inviters = new Map([["step", "seat of marek"]]);
    expect(told(happening("participant.joined", "tom"), { inviters })).toEqual([
      "lena: joined",
      "marek: joined",
      "priya: joined",
    ]);
    expect(told(happening("participant.bounced", null), { inviters })).toEqual(["marek: bounced"]);
    const gone = new Map([["step", "seat of somebody who left"]]);
    expect(told(happening("participant.bounced", null), { inviters: gone })).toEqual([
      "lena: bounced",
      "priya: bounced",
    ]);
  });

  test("tells nobody what happened before they came", () => {
    const late = [{ ...seat("tom", "buyer", "contributor"), joinedAt: new Date("2026-11-21T00:00:00Z") }];
    expect(told(happening("step.completed", "lena"), { seats: late })).toEqual([]);
  });

  test("keeps quiet about what is not on the list", () => {
    for (const kind of ["step.moved", "milestone.edited", "participant.edited", "cost.added", "score.submitted", "new"])
      expect(told(happening(kind, "lena"))).toEqual([]);
  });
});

describe("what waits for somebody's answer", () => {
  const unanswered = (side: string) =>
    happening("invitation.unanswered", null, { subjectId: "seat of ana", after: { name: "Ana Reyes", side } });
  test("an invitation that nobody opened is told to who sent it, or to who answers for that side when they are gone", () => {
    const inviters = new Map([["seat of ana", "seat of tom"]]);
    expect(told(unanswered("buyer"), { inviters })).toEqual(["tom: unanswered"]);
    const gone = new Map([["seat of ana", "seat of nobody"]]);
    expect(told(unanswered("buyer"), { inviters: gone })).toEqual(["priya: unanswered"]);
    expect(told(unanswered("seller"), { inviters: gone })).toEqual(["lena: unanswered"]);
  });

  test("who asks to take part is told to the committee's lead, or to the plan's owner for the supplier's side or without a lead", () => {
    const asked = (side: string) => happening("access_request.asked", null, { after: { name: "Ana Reyes", side } });
    expect(told(asked("buyer"))).toEqual(["priya: asked"]);
    expect(told(asked("seller"))).toEqual(["lena: asked"]);
    expect(told(asked("buyer"), { seats: seats.filter(({ role }) => role !== "lead") })).toEqual(["lena: asked"]);
  });
});
