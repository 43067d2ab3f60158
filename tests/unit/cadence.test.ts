import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import type { Cadence } from "@/db/vocabulary";
import { nextCadenceDay } from "@/server/domain/reminder/cadence";
import { CadenceChoice, usualCadence } from "@/server/domain/reminder/schemas";
import { cadenceOf } from "@/server/domain/reminder/which-cadence";

const day = (text: string) => Temporal.PlainDate.from(text);

function daysOf(cadence: Cadence, most: number, isBeforeToo = true): string[] {
  const days: string[] = [];
  let after: Temporal.PlainDate | null = null;
  while (days.length < most) {
    const next = nextCadenceDay(cadence, day("2026-09-16"), isBeforeToo, after, { country: "DE" });
    if (!next) break;
    days.push(next.toString());
    after = next;
  }
  return days;
}

test.each<[Cadence, string[]]>([
  [usualCadence, ["2026-09-11", "2026-09-16", "2026-09-18", "2026-09-23", "2026-09-30"]],
  [{ days: [0], weekly: false, most: 6 }, ["2026-09-16"]],
  [{ days: [-1], weekly: false, most: 6 }, ["2026-09-15"]],
  [{ days: [-1], weekly: true, most: 6 }, ["2026-09-15", "2026-09-23", "2026-09-30", "2026-10-07", "2026-10-14"]],
  [{ days: [], weekly: true, most: 6 }, ["2026-09-23", "2026-09-30", "2026-10-07", "2026-10-14", "2026-10-21"]],
])("%o asks on these days", (cadence, days) => {
  expect(daysOf(cadence, 5)).toEqual(days);
});

test("for somebody else's sake nothing is asked before the day", () => {
  expect(daysOf({ days: [-5, -1], weekly: false, most: 6 }, 5, false)).toEqual([]);
});

describe("which cadence holds", () => {
  const at = "2026-09-01T10:00:00.000Z";
  const later = "2026-09-02T10:00:00+00:00";
  const daily: Cadence = { days: [0, 1, 2], weekly: false, most: 3 };
  const rows = (ofTemplate: Cadence | "off" | null, ofWorkspace: Cadence | "off" | null) => [
    { templateKey: "saas", cadence: ofTemplate, changedAt: at },
    { templateKey: "", cadence: ofWorkspace, changedAt: later },
  ];

  test.each([
    ["its own", cadenceOf(daily, "saas", rows("off", "off")), { cadence: daily, since: null }],
    ["off, by itself", cadenceOf("off", "saas", rows(daily, daily)), { cadence: null, since: null }],
    ["its template's", cadenceOf(null, "saas", rows(daily, "off")), { cadence: daily, since: at }],
    ["its workspace's", cadenceOf(null, "saas", rows(null, daily)), { cadence: daily, since: later }],
    [
      "its workspace's, for another template",
      cadenceOf(null, "x", rows(daily, "off")),
      { cadence: null, since: later },
    ],
    ["the usual, again", cadenceOf(null, null, rows(daily, null)), { cadence: usualCadence, since: later }],
    ["the usual, ever", cadenceOf(null, null, []), { cadence: usualCadence, since: null }],
  ])("%s", (_, held, expected) => {
    expect(held).toEqual(expected);
  });
});

test.each([
  [
    { days: [2, 0, 2, -3], weekly: true, most: 6 },
    { days: [-3, 0, 2], weekly: true, most: 6 },
  ],
  ["off", "off"],
])("%o is kept in order, each day once", (given, kept) => {
  expect(CadenceChoice.parse(given)).toEqual(kept);
});

test.each([
  { days: [0], weekly: true, most: 7 },
  { days: [0], weekly: true, most: 0 },
  { days: [], weekly: false, most: 3 },
  { days: [0.5], weekly: false, most: 3 },
  { days: [-31], weekly: false, most: 3 },
  { days: [0, 1, 2, 3, 4, 5, 6], weekly: false, most: 3 },
  "never",
])("%o is no cadence", (given) => {
  expect(CadenceChoice.safeParse(given).success).toBe(false);
});
