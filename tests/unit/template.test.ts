import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test, vi } from "vitest";
import { buyingJobs, type Zone } from "@/db/vocabulary";
import { isWorkingDay } from "@/server/domain/calendar";
import { applyTemplate, rolesOf, summaryOf } from "@/server/domain/template/apply";
import { prose } from "@/server/domain/template/prose";
import { starterOf, starters } from "@/server/domain/template/starters";
import type { Template } from "@/server/domain/template/types";

// Property tests share two cores with the rest of the suite.
vi.setConfig({ testTimeout: 30_000 });

const stepsOf = (template: Template) => template.milestones.flatMap(({ steps }) => steps);
const isSeenByAllWhoSee = (predecessor: Zone, step: Zone) => predecessor === "shared" || predecessor === step;

const expected: Record<string, { steps: number; weeks: [number, number] }> = {
  "enterprise-software": { steps: 30, weeks: [10, 14] },
  pilot: { steps: 15, weeks: [4, 6] },
  "public-tender": { steps: 25, weeks: [14, 20] },
};

test("there are three built-in templates, found by their key", () => {
  expect(starters.map(({ key }) => key)).toEqual(Object.keys(expected));
  expect(starterOf("pilot")?.name).toBe("Pilot with one team");
  expect(starterOf("__proto__")).toBeNull();
});

describe.each(starters)("$key", (template) => {
  const steps = stepsOf(template);

  test("has the steps and the length that it promises", () => {
    const { weeks, steps: atLeast } = expected[template.key] ?? { steps: Number.NaN, weeks: [0, 0] };
    expect(steps.length).toBeGreaterThanOrEqual(atLeast);
    expect(template.workingDays / 5).toBeGreaterThanOrEqual(weeks[0]);
    expect(template.workingDays / 5).toBeLessThanOrEqual(weeks[1]);
  });

  test("does all six buying jobs", () => {
    expect([...summaryOf(template).jobs].sort()).toEqual([...buyingJobs].sort());
  });

  test("names each milestone and step once", () => {
    const keys = steps.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(steps.map(({ title }) => title)).size).toBe(keys.length);
    expect(new Set(template.milestones.map(({ key }) => key)).size).toBe(template.milestones.length);
  });

  test("has exactly one decision, which is its last milestone and falls on the target", () => {
    expect(template.milestones.filter(({ isDecision }) => isDecision)).toEqual([template.milestones.at(-1)]);
    const plan = applyTemplate(template, {
      anchor: { kind: "target", date: "2026-12-16" },
      calendar: { country: "DE" },
      customer: "",
    });
    expect(plan.milestones.at(-1)?.dueOn).toBe("2026-12-16");
  });

  test("has steps for the committee alone and for the supplier alone, owned by who can see them", () => {
    expect(steps.some(({ zone }) => zone === "committee")).toBe(true);
    expect(steps.some(({ zone }) => zone === "seller")).toBe(true);
    for (const { zone, owner, key } of steps) {
      if (zone === "committee") expect(owner.side, key).toBe("buyer");
      if (zone === "seller") expect(owner.side, key).toBe("seller");
    }
    for (const milestone of template.milestones) {
      if (milestone.zone !== "shared")
        expect(new Set(milestone.steps.map(({ zone }) => zone))).toEqual(new Set([milestone.zone]));
    }
  });

  test("makes no step wait for one that some who see it cannot see", () => {
    const zoneOf = new Map(steps.map(({ key, zone }) => [key, zone]));
    for (const step of steps) {
      for (const on of step.dependsOn) {
        expect(zoneOf.has(on), `${step.key} waits for ${on}`).toBe(true);
        expect(isSeenByAllWhoSee(zoneOf.get(on) ?? "seller", step.zone), `${step.key} waits for ${on}`).toBe(true);
      }
    }
  });

  test("is mostly the buyer's work", () => {
    expect(steps.filter(({ owner }) => owner.side === "buyer").length).toBeGreaterThan(steps.length / 2);
  });

  test("dates no step before what it waits for, of itself", () => {
    const dayOf = new Map(
      steps.map((step) => [step.key, step.anchor === "start" ? step.offset : template.workingDays + step.offset]),
    );
    for (const step of steps) {
      const day = dayOf.get(step.key) ?? -1;
      expect(day).toBeGreaterThanOrEqual(0);
      expect(day).toBeLessThanOrEqual(template.workingDays);
      for (const on of step.dependsOn) expect(dayOf.get(on), `${step.key} waits for ${on}`).toBeLessThanOrEqual(day);
    }
  });

  test("lists milestones in the order of their dates", () => {
    const plan = applyTemplate(template, {
      anchor: { kind: "start", date: "2026-09-01" },
      calendar: { country: "ZZ" },
      customer: "",
    });
    const dates = plan.milestones.map(({ dueOn }) => dueOn);
    expect(dates).toEqual([...dates].sort());
  });

  test("says what to do in every step, on one line per paragraph, without a merge field that is not filled", () => {
    const plan = applyTemplate(template, {
      anchor: { kind: "start", date: "2026-09-01" },
      calendar: { country: "DE" },
      customer: "$& Ltd",
    });
    for (const milestone of plan.milestones) {
      expect(milestone.definitionOfDone.length).toBeGreaterThan(40);
      for (const step of milestone.steps) {
        expect(step.description.length, step.key).toBeGreaterThan(60);
        for (const line of step.description.split("\n")) expect(line).toBe(line.trim());
        expect(`${step.title}${step.description}`).not.toMatch(/\{\{|\}\}/);
        expect(step.title.length).toBeLessThanOrEqual(80);
      }
    }
  });

  test("weighs its criteria to a hundred, with a must-have among them", () => {
    expect(template.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    expect(template.criteria.some(({ mustHave }) => mustHave)).toBe(true);
    expect(template.criteria.every(({ zone }) => zone !== "seller")).toBe(true);
  });

  test("keeps its order on any calendar, whichever end is given", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("start" as const, "target" as const),
        fc.integer({ min: 0, max: 1500 }),
        fc.constantFrom("DE", "US", "SA", "IL", "JP", "BR"),
        (kind, days, country) => {
          const date = Temporal.PlainDate.from("2025-01-01").add({ days }).toString();
          const plan = applyTemplate(template, {
            anchor: { kind, date },
            calendar: { country },
            customer: "Northwind Health",
          });
          const due = new Map(
            plan.milestones.flatMap((milestone) => milestone.steps.map(({ key, dueOn }) => [key, dueOn])),
          );
          for (const step of steps) {
            const dueOn = due.get(step.key) ?? "";
            expect(isWorkingDay(Temporal.PlainDate.from(dueOn), { country })).toBe(true);
            expect(dueOn >= plan.startsOn && dueOn <= plan.decidesOn).toBe(true);
            for (const on of step.dependsOn) expect((due.get(on) ?? "") <= dueOn).toBe(true);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

test("the customer's name is put in as it is, even where it looks like a pattern", () => {
  const template = starterOf("enterprise-software");
  if (!template) throw new Error("missing");
  const plan = applyTemplate(template, {
    anchor: { kind: "start", date: "2026-09-01" },
    calendar: { country: "DE" },
    customer: "$1 & {{customer}} GmbH",
  });
  const titles = plan.milestones.flatMap(({ steps }) => steps.map(({ title }) => title));
  expect(titles).toContain("Find two customers who resemble $1 & {{customer}} GmbH");
});

test("each role that owns a step is listed once", () => {
  for (const template of starters) {
    const roles = rolesOf(template).map(({ side, role }) => `${side} ${role}`);
    expect(new Set(roles).size).toBe(roles.length);
    for (const { owner } of stepsOf(template)) expect(roles).toContain(`${owner.side} ${owner.role}`);
  }
});

test("prose over several lines becomes one line per paragraph and list item", () => {
  expect(prose`
    One sentence
    goes on.

    - first
      and more
    - second

    End.
  `).toBe("One sentence goes on.\n\n- first and more\n- second\n\nEnd.");
});
