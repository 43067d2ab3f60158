import { Temporal } from "temporal-polyfill";
import { addWorkingDays, lastWorkingDayUpTo, type WorkingCalendar } from "../calendar";
import { inDependencyOrder } from "./dependencies";

/** The end of a plan that people named; the other end is inferred from the template's length. */
export type Anchor = { kind: "start" | "target"; date: string | Temporal.PlainDate };

type StepToDate = {
  key: string;
  /** Working days from the anchor: +5 after the start, −3 before the target. */
  offset: number;
  anchor: "start" | "target";
  dependsOn: readonly string[];
};
type MilestoneToDate = { key: string; steps: readonly StepToDate[] };
export type PlanToDate = { workingDays: number; milestones: readonly MilestoneToDate[] };

/** Dates are `YYYY-MM-DD`. The named end stays as given; everything else is a working day. */
export type DatedPlan = {
  startsOn: string;
  targetOn: string;
  milestones: { key: string; dueOn: string; steps: { key: string; dueOn: string }[] }[];
};

/**
 * Lays a template over the calendar. A step is never due before what it waits for: where its offset says so, it moves to the day
 * of its last predecessor. A milestone is due with its last step.
 * @throws RangeError for a date that does not exist, steps that wait for each other, or a template longer than 5,000 days.
 */
export function datePlan(template: PlanToDate, anchor: Anchor, calendar: WorkingCalendar): DatedPlan {
  const given = Temporal.PlainDate.from(anchor.date, { overflow: "reject" });
  const target =
    anchor.kind === "target"
      ? lastWorkingDayUpTo(given, calendar)
      : addWorkingDays(addWorkingDays(given, 0, calendar), template.workingDays, calendar);
  const start =
    anchor.kind === "start"
      ? addWorkingDays(given, 0, calendar)
      : addWorkingDays(target, -template.workingDays, calendar);

  const days = daysFromStart(template);
  const dateAt = memoised((day) => addWorkingDays(start, day, calendar).toString());
  return {
    startsOn: (anchor.kind === "start" ? given : start).toString(),
    targetOn: (anchor.kind === "target" ? given : target).toString(),
    milestones: template.milestones.map(({ key, steps }) => ({
      key,
      dueOn: dateAt(Math.max(0, ...steps.map((step) => days.get(step.key) ?? 0))),
      steps: steps.map((step) => ({ key: step.key, dueOn: dateAt(days.get(step.key) ?? 0) })),
    })),
  };
}

/** Working days from the start for each step's key, after waiting for its predecessors. */
function daysFromStart({ workingDays, milestones }: PlanToDate): ReadonlyMap<string, number> {
  const steps = new Map(milestones.flatMap((milestone) => milestone.steps).map((step) => [step.key, step]));
  const edges = [...steps.values()].flatMap((step) =>
    step.dependsOn.map((predecessorId) => ({ stepId: step.key, predecessorId })),
  );
  const order = inDependencyOrder([...steps.keys()], edges);
  if (!order) throw new RangeError("the template's steps wait for each other");

  const days = new Map<string, number>();
  for (const key of order) {
    const step = steps.get(key);
    if (!step) continue;
    const own = step.anchor === "start" ? step.offset : workingDays + step.offset;
    days.set(key, Math.max(own, ...step.dependsOn.map((on) => days.get(on) ?? own)));
  }
  return days;
}

function memoised(dateAt: (day: number) => string): (day: number) => string {
  const known = new Map<number, string>();
  return (day) => {
    const date = known.get(day) ?? dateAt(day);
    known.set(day, date);
    return date;
  };
}
