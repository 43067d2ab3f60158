import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test, vi } from "vitest";
import type { StepStatus } from "@/db/vocabulary";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "@/server/domain/calendar";
import { datePlan, findCycle, inDependencyOrder, openPredecessors, waitersOn } from "@/server/domain/schedule";

// Property tests share two cores with the rest of the suite.
vi.setConfig({ testTimeout: 30_000 });

const waits = (stepId: string, predecessorId: string) => ({ stepId, predecessorId });
const statuses = (of: Record<string, StepStatus>) => (id: string) => of[id];

describe("cycles", () => {
  const chain = [waits("contract", "review"), waits("review", "security"), waits("security", "pack")];

  test("a step that waits for one that waits for it is named with the path between", () => {
    expect(findCycle(chain, waits("pack", "contract"))).toEqual(["pack", "contract", "review", "security", "pack"]);
  });

  test("a step cannot wait for itself", () => {
    expect(findCycle([], waits("pack", "pack"))).toEqual(["pack", "pack"]);
  });

  test("the same order twice is no cycle", () => {
    expect(findCycle(chain, waits("contract", "pack"))).toBeNull();
    expect(findCycle(chain, waits("contract", "review"))).toBeNull();
  });

  test("the shortest of several ways is named", () => {
    expect(findCycle([...chain, waits("contract", "pack")], waits("pack", "contract"))).toEqual([
      "pack",
      "contract",
      "pack",
    ]);
  });

  const anyEdges = fc
    .array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 40 })
    .map((pairs) => pairs.map(([a, b]) => waits(`s${a}`, `s${b}`)));

  test("edges let in one by one never form a cycle, and each path named is made of edges", () => {
    fc.assert(
      fc.property(anyEdges, (wished) => {
        const kept: typeof wished = [];
        for (const edge of wished) {
          const path = findCycle(kept, edge);
          if (!path) {
            kept.push(edge);
            continue;
          }
          expect(path[0]).toBe(edge.stepId);
          expect(path.at(-1)).toBe(edge.stepId);
          const links = path.slice(1).map((to, index) => waits(path[index] ?? "", to));
          for (const link of links) expect([...kept, edge]).toContainEqual(link);
        }
        const order = inDependencyOrder(["s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9"], kept);
        expect(order).not.toBeNull();
        for (const edge of kept)
          expect(order?.indexOf(edge.predecessorId)).toBeLessThan(order?.indexOf(edge.stepId) ?? -1);
      }),
    );
  });

  test("a ring has no order", () => {
    expect(inDependencyOrder(["a", "b", "c"], [waits("a", "b"), waits("b", "a")])).toBeNull();
  });

  test("a path of ten thousand steps is walked", () => {
    const long = Array.from({ length: 10_000 }, (_, n) => waits(`${n}`, `${n + 1}`));
    expect(findCycle(long, waits("10000", "0"))).toHaveLength(10_002);
  });
});

describe("who waits", () => {
  const edges = [waits("sign", "legal"), waits("sign", "board"), waits("legal", "draft"), waits("go-live", "sign")];

  test("a step waits for what is not over yet", () => {
    expect(openPredecessors("sign", edges, statuses({ legal: "doing", board: "done" }))).toEqual(["legal"]);
    expect(openPredecessors("sign", edges, statuses({ legal: "dropped", board: "done" }))).toEqual([]);
    expect(openPredecessors("sign", edges, statuses({ legal: "blocked" }))).toEqual(["legal"]);
  });

  test("those who wait are found through other open steps, and not beyond one that is over", () => {
    const open = { draft: "doing", legal: "todo", sign: "todo", "go-live": "blocked" } as const;
    expect(waitersOn("draft", edges, statuses(open))).toEqual(["legal", "sign", "go-live"]);
    expect(waitersOn("draft", edges, statuses({ ...open, legal: "done" }))).toEqual([]);
  });
});

describe("dating a plan", () => {
  const template = {
    workingDays: 20,
    milestones: [
      {
        key: "why",
        steps: [
          { key: "first", offset: 0, anchor: "start" as const, dependsOn: [] },
          { key: "second", offset: 5, anchor: "start" as const, dependsOn: ["first"] },
        ],
      },
      {
        key: "decide",
        steps: [
          { key: "third", offset: -3, anchor: "target" as const, dependsOn: ["second"] },
          { key: "last", offset: 0, anchor: "target" as const, dependsOn: ["third"] },
        ],
      },
    ],
  };

  test("from a start, over Christmas in Germany", () => {
    expect(datePlan(template, { kind: "start", date: "2026-12-07" }, { country: "DE" })).toEqual({
      startsOn: "2026-12-07",
      targetOn: "2027-01-06",
      milestones: [
        {
          key: "why",
          dueOn: "2026-12-14",
          steps: [
            { key: "first", dueOn: "2026-12-07" },
            { key: "second", dueOn: "2026-12-14" },
          ],
        },
        {
          key: "decide",
          dueOn: "2027-01-06",
          steps: [
            { key: "third", dueOn: "2026-12-31" },
            { key: "last", dueOn: "2027-01-06" },
          ],
        },
      ],
    });
  });

  test("a target on a Sunday stays the target; the last step is due on the Friday before", () => {
    const dated = datePlan(template, { kind: "target", date: "2026-11-22" }, { country: "DE" });
    expect(dated.targetOn).toBe("2026-11-22");
    expect(dated.milestones[1]?.dueOn).toBe("2026-11-20");
  });

  test.each(["2026-02-30", "tomorrow", ""])("%j is refused as a date", (date) => {
    expect(() => datePlan(template, { kind: "start", date }, { country: "DE" })).toThrow(RangeError);
  });

  test("steps that wait for each other are refused", () => {
    const steps = [
      { key: "a", offset: 0, anchor: "start" as const, dependsOn: ["b"] },
      { key: "b", offset: 0, anchor: "start" as const, dependsOn: ["a"] },
    ];
    const ring = { workingDays: 5, milestones: [{ key: "m", steps }] };
    expect(() => datePlan(ring, { kind: "start", date: "2026-11-23" }, { country: "DE" })).toThrow(RangeError);
  });

  const anyTemplate = fc
    .tuple(
      fc.integer({ min: 1, max: 90 }),
      fc.array(fc.record({ at: fc.nat(90), fromTarget: fc.boolean(), on: fc.array(fc.nat(20), { maxLength: 3 }) }), {
        minLength: 1,
        maxLength: 20,
      }),
    )
    .map(([workingDays, drafts]) => ({
      workingDays,
      milestones: [
        {
          key: "m",
          steps: drafts.map(({ at, fromTarget, on }, index) => ({
            key: `s${index}`,
            offset: fromTarget ? -Math.min(at, workingDays) : Math.min(at, workingDays),
            anchor: fromTarget ? ("target" as const) : ("start" as const),
            dependsOn: on.filter((earlier) => earlier < index).map((earlier) => `s${earlier}`),
          })),
        },
      ],
    }));
  const anyAnchor = fc.record({
    kind: fc.constantFrom("start" as const, "target" as const),
    date: fc
      .integer({ min: 0, max: 2000 })
      .map((days) => Temporal.PlainDate.from("2025-01-01").add({ days }).toString()),
  });
  const anyCalendar = fc.constantFrom({ country: "DE" }, { country: "US" }, { country: "SA" }, { country: "JP" });

  test("every step is on a working day, after what it waits for, and within the plan", () => {
    fc.assert(
      fc.property(anyTemplate, anyAnchor, anyCalendar, (drafted, anchor, calendar) => {
        const dated = datePlan(drafted, anchor, calendar);
        const due = new Map(dated.milestones.flatMap(({ steps }) => steps.map((step) => [step.key, step.dueOn])));
        for (const step of drafted.milestones.flatMap(({ steps }) => steps)) {
          const dueOn = due.get(step.key) ?? "";
          expect(isWorkingDay(Temporal.PlainDate.from(dueOn), calendar)).toBe(true);
          for (const on of step.dependsOn) expect((due.get(on) ?? "") <= dueOn).toBe(true);
          expect(dueOn >= dated.startsOn && dueOn <= dated.targetOn).toBe(true);
        }
        expect(anchor.kind === "start" ? dated.startsOn : dated.targetOn).toBe(anchor.date);
      }),
    );
  });

  test("the inferred end is the template's length away", () => {
    fc.assert(
      fc.property(anyTemplate, anyAnchor, anyCalendar, (drafted, anchor, calendar) => {
        const { startsOn, targetOn } = datePlan(drafted, anchor, calendar);
        const start = addWorkingDays(Temporal.PlainDate.from(startsOn), 0, calendar);
        expect(workingDaysBetween(start, Temporal.PlainDate.from(targetOn), calendar)).toBe(drafted.workingDays);
      }),
    );
  });
});
