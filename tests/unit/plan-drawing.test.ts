import { describe, expect, test } from "vitest";
import { absorb } from "@/app/_trpc/absorb";
import { keepSame } from "@/app/_trpc/share";
import { placed, sorted } from "@/app/plans/[plan]/_components/step-drawing";
import { nextStepsOf, openPredecessorsOf } from "@/app/plans/[plan]/_components/step-order";
import { neighbourPlace } from "@/app/plans/[plan]/steps/_components/neighbour-place";
import type { Event } from "@/server/domain/activity/schemas";
import type { PlanView } from "@/server/domain/plan/schemas";
import type { Step } from "@/server/domain/step/schemas";

const step = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  milestoneId: "m1",
  zone: "shared",
  title: id,
  kind: "task",
  status: "todo",
  statusReason: null,
  ownerId: "me",
  description: null,
  dueOn: null,
  doneAt: null,
  position: id,
  version: 1,
  waitsFor: [],
  remindersSent: 0,
  stalledOn: null,
  snoozedUntil: null,
  cadence: null,
  ...more,
});

const plan = (steps: Step[], milestones = ["m1", "m2"]) =>
  ({ steps, milestones: milestones.map((id) => ({ id })) }) as unknown as PlanView;

const edited = (before: Record<string, unknown>, after: Record<string, unknown>, kind = "step.edited"): Event => ({
  id: "e",
  zone: "shared",
  seq: 1,
  kind,
  actorParticipantId: "other",
  actorName: "Dana Kim",
  subjectType: "step",
  subjectId: "a",
  before,
  after,
  at: new Date("2026-11-23T10:00:00Z"),
});

const ids = (steps: readonly Step[]) => steps.map(({ id }) => id);

describe("an event of somebody else's", () => {
  test("shows its change at once", () => {
    const shown = absorb(plan([step("a")]), edited({ title: "a" }, { title: "b" }));
    expect(shown.steps[0]?.title).toBe("b");
  });

  test("leaves a field in which something newer already stands", () => {
    const view = plan([step("a", { title: "newer" })]);
    expect(absorb(view, edited({ title: "a" }, { title: "b" }))).toBe(view);
  });

  test("takes a date away", () => {
    const view = plan([step("a", { dueOn: "2026-12-01" })]);
    const shown = absorb(view, edited({ title: "a", dueOn: "2026-12-01" }, { title: "a", dueOn: null }));
    expect(shown.steps[0]?.dueOn).toBeNull();
  });

  test("finishes a step that is still as it was when it was finished", () => {
    const finish = edited({ status: "todo" }, { title: "a", status: "done" }, "step.completed");
    expect(absorb(plan([step("a")]), finish).steps[0]?.status).toBe("done");
    const reopened = plan([step("a", { status: "doing" })]);
    expect(absorb(reopened, finish)).toBe(reopened);
  });
});

describe("moving a step", () => {
  const view = plan([step("a"), step("b"), step("c", { milestoneId: "m2" })]);

  test("past its neighbour", () => {
    const place = neighbourPlace(view.steps[0] as Step, 1, view);
    expect(place).toEqual({ milestoneId: "m1", afterId: "b", beforeId: null });
    expect(ids(placed(view.steps, { stepId: "a", milestoneId: "m1", afterId: "b" }))).toEqual(["b", "a", "c"]);
  });

  test("over the edge into the next milestone, and back", () => {
    expect(neighbourPlace(view.steps[1] as Step, 1, view)).toEqual({ milestoneId: "m2", afterId: null, beforeId: "c" });
    expect(neighbourPlace(view.steps[2] as Step, -1, view)).toEqual({
      milestoneId: "m1",
      afterId: "b",
      beforeId: null,
    });
  });

  test("stops at both ends of the plan", () => {
    expect(neighbourPlace(view.steps[0] as Step, -1, view)).toBeNull();
    expect(neighbourPlace(view.steps[2] as Step, 1, view)).toBeNull();
  });

  test("positions are ordered by their bytes, capitals before small letters", () => {
    expect(ids(sorted([step("a"), step("Z"), step("a1")]))).toEqual(["Z", "a", "a1"]);
  });
});

describe("somebody's next steps", () => {
  test("what can be done now comes before what waits, each by its date", () => {
    const view = plan([
      step("waits", { dueOn: "2026-11-01", waitsFor: ["late"] }),
      step("late", { dueOn: "2026-12-01" }),
      step("soon", { dueOn: "2026-11-24" }),
      step("over", { status: "done", dueOn: "2026-11-02" }),
      step("theirs", { ownerId: "other" }),
    ]);
    expect(ids(nextStepsOf(view, ({ ownerId }) => ownerId === "me"))).toEqual(["soon", "late", "waits"]);
  });

  test("a finished predecessor holds nothing up", () => {
    const held = step("b", { waitsFor: ["a"] });
    expect(openPredecessorsOf(held, [step("a", { status: "done" }), held])).toEqual([]);
  });
});

describe("a new answer", () => {
  test("keeps what is the same, dates of the same moment included", () => {
    const before = {
      rows: [
        { at: new Date(5), title: "a" },
        { at: new Date(6), title: "b" },
      ],
    };
    const after = {
      rows: [
        { at: new Date(5), title: "a" },
        { at: new Date(6), title: "c" },
      ],
    };
    const kept = keepSame(before, after) as typeof before;
    expect(kept).toEqual(after);
    expect(kept.rows[0]).toBe(before.rows[0]);
    expect(keepSame(before, structuredClone(before))).toBe(before);
  });
});
