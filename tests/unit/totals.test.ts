import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { disagreementOf, weightedTotals } from "@/server/domain/decision/totals";

const criteria = [
  { id: "fit", weight: 30, mustHave: true },
  { id: "effort", weight: 20, mustHave: false },
];
const rated = (participantId: string, criterionId: string, optionId: string, value: number) => ({
  participantId,
  criterionId,
  optionId,
  value,
});

describe("weighted totals", () => {
  test("points are proportions: 30 and 20 count as 60 and 40 per cent", () => {
    const scores = [rated("priya", "fit", "acme", 5), rated("priya", "effort", "acme", 2.5)];
    const totals = weightedTotals(criteria, ["acme"], scores);
    expect(totals.criteria.map(({ share }) => share)).toEqual([0.6, 0.4]);
    expect(totals.members[0]?.totals[0]).toEqual({ optionId: "acme", total: 4, missing: 0 });
    expect(totals.options[0]?.total).toBe(4);
  });

  test("a member who left something blank has no total; the group has one from the others", () => {
    const scores = [
      rated("priya", "fit", "acme", 4),
      rated("priya", "effort", "acme", 4),
      rated("omar", "fit", "acme", 2),
    ];
    const { members, options } = weightedTotals(criteria, ["acme", "nothing"], scores);
    expect(members.find(({ participantId }) => participantId === "omar")?.totals[0]).toEqual({
      optionId: "acme",
      total: null,
      missing: 1,
    });
    expect(options[0]?.total).toBeCloseTo(0.6 * 3 + 0.4 * 4);
    expect(options[1]).toEqual({ optionId: "nothing", total: null, failedMustHaves: [] });
  });

  test("a criterion that weighs nothing may be left blank", () => {
    const unweighted = [
      { id: "fit", weight: 10, mustHave: false },
      { id: "colour", weight: 0, mustHave: false },
    ];
    expect(weightedTotals(unweighted, ["acme"], [rated("priya", "fit", "acme", 3)]).options[0]?.total).toBe(3);
  });

  test("when nothing weighs anything, all weigh the same", () => {
    const even = criteria.map((criterion) => ({ ...criterion, weight: 0 }));
    const scores = [rated("priya", "fit", "acme", 5), rated("priya", "effort", "acme", 1)];
    expect(weightedTotals(even, ["acme"], scores).options[0]?.total).toBe(3);
  });

  test("a must-have is failed below three in the group's mean, and at three it is not", () => {
    const totalsFor = (second: number) =>
      weightedTotals(criteria, ["acme"], [rated("priya", "fit", "acme", 4), rated("omar", "fit", "acme", second)])
        .options[0];
    expect(totalsFor(1)?.failedMustHaves).toEqual(["fit"]);
    expect(totalsFor(2)?.failedMustHaves).toEqual([]);
  });

  test("without criteria, options or ratings there is nothing to total", () => {
    expect(weightedTotals([], ["acme"], [])).toEqual({
      criteria: [],
      options: [{ optionId: "acme", total: null, failedMustHaves: [] }],
      members: [],
    });
    expect(weightedTotals(criteria, [], []).criteria[0]?.disagreement).toEqual({ spread: null, level: null });
  });

  test("totals stay on the scale, and do not depend on who rated first", () => {
    const anyScores = fc.uniqueArray(
      fc.record({
        participantId: fc.constantFrom("a", "b", "c"),
        criterionId: fc.constantFrom("fit", "effort", "gone"),
        optionId: fc.constantFrom("acme", "nothing", "gone"),
        value: fc.integer({ min: 1, max: 5 }),
      }),
      { selector: ({ participantId, criterionId, optionId }) => `${participantId} ${criterionId} ${optionId}` },
    );
    fc.assert(
      fc.property(anyScores, fc.nat(100), fc.nat(100), (scores, first, second) => {
        const weighed = criteria.map((criterion, index) => ({ ...criterion, weight: index === 0 ? first : second }));
        const { options, criteria: results } = weightedTotals(weighed, ["acme", "nothing"], scores);
        expect(results.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
        for (const { total } of options) {
          if (total === null) continue;
          expect(total).toBeGreaterThanOrEqual(1 - 1e-9);
          expect(total).toBeLessThanOrEqual(5 + 1e-9);
        }
        const reversed = weightedTotals(weighed, ["acme", "nothing"], [...scores].reverse()).options;
        reversed.forEach(({ total }, index) => {
          if (total === null) expect(options[index]?.total).toBeNull();
          else expect(options[index]?.total).toBeCloseTo(total);
        });
      }),
    );
  });
});

describe("disagreement", () => {
  test.each([
    [[], null, null],
    [[4], null, null],
    [[4, 4, 4], 0, "agreed"],
    [[3, 4], 1, "agreed"],
    [[2, 4], 2, "some"],
    [[2, 5, 4], 3, "strongly"],
    [[1, 5], 4, "strongly"],
  ] as const)("ratings %j differ by %s: %s", (values, spread, level) => {
    expect(disagreementOf(values)).toEqual({ spread, level });
  });

  test("a criterion is as disputed as its most disputed option", () => {
    const scores = [
      rated("priya", "fit", "acme", 5),
      rated("omar", "fit", "acme", 2),
      rated("priya", "fit", "nothing", 1),
      rated("omar", "fit", "nothing", 1),
    ];
    const [fit, effort] = weightedTotals(criteria, ["nothing", "acme"], scores).criteria;
    expect(fit?.disagreement).toEqual({ spread: 3, level: "strongly" });
    expect(effort?.disagreement).toEqual({ spread: null, level: null });
  });
});
