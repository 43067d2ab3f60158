import { describe, expect, test } from "vitest";
import { groupOf, mostUrgent } from "@/app/plans/_home/step-groups";
import type { HomeStep } from "@/server/domain/person/schemas";

const due = (dueOn: string | null): HomeStep => ({
  id: "01900000-0000-7000-8000-000000000001",
  planId: "01900000-0000-7000-8000-000000000002",
  planTitle: "Replace the paper rota",
  title: "Name who signs",
  kind: "task",
  status: "todo",
  zone: "shared",
  dueOn,
  version: 1,
  snoozedUntil: null,
  remindersSent: 0,
  ownerName: null,
  waiting: [],
  openPredecessors: [],
});

describe("which heading a next step stands under", () => {
  const monday = "2026-11-23";
  test.each([
    ["2026-11-22", "overdue"],
    ["2026-11-23", "thisWeek"],
    ["2026-11-29", "thisWeek"],
    ["2026-11-30", "later"],
    [null, "later"],
  ])("due %s, seen on a Monday: %s", (date, group) => {
    expect(groupOf(due(date), monday)).toBe(group);
  });

  test("on a Sunday, Monday's step is not put off to later", () => {
    expect(groupOf(due("2026-11-30"), "2026-11-29")).toBe("thisWeek");
    expect(groupOf(due("2026-12-01"), "2026-11-29")).toBe("later");
  });
});

test("what presses most is told first: overdue, then today, then tomorrow", () => {
  const today = "2026-11-23";
  expect(mostUrgent([due("2026-11-24"), due("2026-11-20"), due("2026-11-21")], today)).toEqual({
    urgent: "overdue",
    count: 2,
  });
  expect(mostUrgent([due("2026-11-24"), due("2026-11-23")], today)).toEqual({ urgent: "today", count: 1 });
  expect(mostUrgent([due("2026-11-24"), due(null)], today)).toEqual({ urgent: "tomorrow", count: 1 });
  expect(mostUrgent([due("2026-12-24"), due(null)], today)).toEqual({ urgent: "none", count: 0 });
});
