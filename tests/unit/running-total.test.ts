import { expect, test } from "vitest";
import { runningTotal, totalPerMonth, weekOfDelay } from "@/server/domain/change-case/running-total";

const month = { low: 3_800_000, likely: 4_900_000, high: 6_100_000 };

test("lines add up, per month", () => {
  expect(
    totalPerMonth([
      { low: 1, likely: 2, high: 3 },
      { low: 10, likely: 20, high: 30 },
    ]),
  ).toEqual({ low: 11, likely: 22, high: 33 });
  expect(totalPerMonth([])).toEqual({ low: 0, likely: 0, high: 0 });
});

test("a year of doing nothing costs twelve months of it, to within a thousandth", () => {
  const year = runningTotal(month, "2025-11-23", "2026-11-23");
  expect(year.likely / (12 * month.likely)).toBeCloseTo(1, 2);
  expect(runningTotal(month, "2023-01-01", "2027-01-01")).toEqual({
    low: 48 * month.low,
    likely: 48 * month.likely,
    high: 48 * month.high,
  });
});

test("amounts stay whole minor units", () => {
  const spent = runningTotal({ low: 1, likely: 33, high: 100 }, "2026-11-01", "2026-11-23");
  expect(spent).toEqual({ low: 1, likely: 24, high: 72 });
});

test("nothing has been lost before the plan begins, nor on its first day", () => {
  expect(runningTotal(month, "2026-12-01", "2026-11-23")).toEqual({ low: 0, likely: 0, high: 0 });
  expect(runningTotal(month, "2026-11-23", "2026-11-23").high).toBe(0);
});

test("a week's delay costs 7 of 30.4375 days", () => {
  expect(weekOfDelay({ low: 304_375, likely: 608_750, high: 3_043_750 })).toEqual({
    low: 70_000,
    likely: 140_000,
    high: 700_000,
  });
});
