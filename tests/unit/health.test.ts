import { describe, expect, test } from "vitest";
import { type CountedStep, countSteps, type HealthFacts, planHealth } from "@/server/domain/health";

const step = (over: Partial<CountedStep> = {}): CountedStep => ({
  status: "todo",
  dueOn: "2026-12-01",
  zone: "shared",
  side: "buyer",
  isStalled: false,
  ...over,
});
const wednesday = "2026-11-25";
type Given = Partial<Omit<HealthFacts, "steps"> & { steps: CountedStep[] }>;
const facts = ({ steps = [step()], ...over }: Given = {}): HealthFacts => ({
  today: wednesday,
  startsOn: "2026-10-01",
  decidesOn: "2026-12-18",
  calendar: { country: "DE" },
  steps: countSteps(steps, wednesday),
  hasChampionJoined: true,
  problem: "agreed",
  lastActivityOn: "2026-11-24",
  ...over,
});
const codes = (given: Given) => planHealth(facts(given)).reasons.map(({ code }) => code);

describe("plan health", () => {
  test("nothing amiss is on track", () => {
    expect(planHealth(facts())).toEqual({ state: "on_track", reasons: [] });
  });

  test("a step due today is not overdue; one due yesterday is, counted with the longest delay in working days", () => {
    expect(planHealth(facts({ steps: [step({ dueOn: wednesday })] })).state).toBe("on_track");
    expect(planHealth(facts({ steps: [step({ dueOn: "2026-11-20" }), step({ dueOn: "2026-11-24" })] }))).toEqual({
      state: "at_risk",
      reasons: [{ code: "overdue_buyer", params: { count: 2, days: 3 } }],
    });
  });

  test("the supplier's delays are told as plainly as the customer's, and a step of nobody is the supplier's", () => {
    const late = [step({ side: "seller", dueOn: "2026-11-24" }), step({ side: null, dueOn: "2026-11-23" })];
    expect(planHealth(facts({ steps: late })).reasons).toEqual([
      { code: "overdue_supplier", params: { count: 2, days: 2 } },
    ]);
  });

  test.each(["committee", "seller"] as const)(
    "what is in the %s zone changes nothing of the health that both see",
    (zone) => {
      const hidden = step({ zone, dueOn: "2026-10-05", isStalled: true });
      expect(planHealth(facts({ steps: [step(), hidden] })).state).toBe("on_track");
      expect(codes({ steps: [step({ dueOn: "2026-11-24" }), hidden] })).toEqual(["overdue_buyer"]);
    },
  );

  test("a step on which reminding stopped stalls the plan, until it is over", () => {
    expect(planHealth(facts({ steps: [step({ isStalled: true })] }))).toEqual({
      state: "stalled",
      reasons: [{ code: "step_stalled", params: { count: 1 } }],
    });
    expect(planHealth(facts({ steps: [step(), step({ status: "done", isStalled: true })] })).state).toBe("on_track");
  });

  test("ten working days without a move are a stall", () => {
    expect(codes({ lastActivityOn: "2026-11-12" })).toEqual([]);
    expect(planHealth(facts({ lastActivityOn: "2026-11-11" }))).toEqual({
      state: "stalled",
      reasons: [{ code: "no_activity", params: { days: 10 } }],
    });
    expect(codes({ lastActivityOn: null })).toEqual(["no_activity"]);
  });

  test("a plan that has not begun is not blamed for being quiet", () => {
    const future = {
      startsOn: "2027-01-11",
      decidesOn: "2027-04-01",
      lastActivityOn: null,
      problem: "unwritten" as const,
      hasChampionJoined: false,
    };
    expect(planHealth(facts({ ...future, steps: [step({ dueOn: "2027-02-01" })] })).state).toBe("on_track");
  });

  test("a champion and an agreed problem are given time at first, then missed", () => {
    const bare = { hasChampionJoined: false, problem: "worded" as const };
    expect(codes({ ...bare, startsOn: "2026-11-19" })).toEqual([]);
    expect(codes({ ...bare, startsOn: "2026-11-18" })).toEqual(["no_champion"]);
    expect(codes({ ...bare, startsOn: "2026-11-11" })).toEqual(["no_champion", "problem_not_agreed"]);
    expect(codes({ problem: "unwritten" })).toEqual(["problem_unwritten"]);
  });

  test("open steps after the decision date are a risk", () => {
    expect(codes({ decidesOn: "2026-11-24" })).toEqual(["decision_date_passed"]);
    expect(codes({ decidesOn: wednesday })).toEqual([]);
  });

  test("the gravest reason comes first, and a plan whose steps are over has none", () => {
    const bad = {
      steps: [step({ isStalled: true, dueOn: "2026-11-02" })],
      hasChampionJoined: false,
      problem: "unwritten" as const,
    };
    expect(codes(bad)).toEqual(["step_stalled", "overdue_buyer", "no_champion", "problem_unwritten"]);
    expect(codes({ ...bad, steps: [step({ status: "done" }), step({ status: "dropped" })] })).toEqual([]);
  });
});
