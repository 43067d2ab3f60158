import { Temporal } from "temporal-polyfill";
import { refused } from "../_kernel";
import { PlainDate } from "../_kernel/fields";
import { addWorkingDays, workingDaysBetween } from "../calendar";
import { applyTemplate, type PlanSkeleton, starters } from "../template";

type Wanted = {
  templateKey: string | null;
  anchor: "start" | "target";
  anchorDate: string;
  country: string;
  customerName?: string;
};

/** An empty plan still needs its other end: a quarter of a year of working days. */
const EMPTY_PLAN_DAYS = 60;

/** @throws Refusal `not_found` for a template that there is none of, `invalid` for an anchor that puts a date out of range. */
export function skeletonFor(wanted: Wanted): PlanSkeleton {
  const skeleton = datedSkeleton(wanted);
  const { startsOn, decidesOn, milestones } = skeleton;
  const stepDates = milestones.flatMap(({ dueOn, steps }) => [dueOn, ...steps.map((step) => step.dueOn)]);
  const isInRange = [startsOn, decidesOn, ...stepDates].every((date) => PlainDate.safeParse(date).success);
  if (!isInRange) throw refused("invalid", { fields: { anchorDate: "date_out_of_range" } });
  return skeleton;
}

function datedSkeleton({ templateKey, anchor, anchorDate, country, customerName = "" }: Wanted): PlanSkeleton {
  const calendar = { country };
  if (templateKey === null) return emptySkeleton(anchor, anchorDate, country);
  const template = starters.find(({ key }) => key === templateKey);
  if (!template) throw refused("not_found");
  return applyTemplate(template, { anchor: { kind: anchor, date: anchorDate }, calendar, customer: customerName });
}

function emptySkeleton(anchor: Wanted["anchor"], anchorDate: string, country: string): PlanSkeleton {
  const given = Temporal.PlainDate.from(anchorDate);
  const other = addWorkingDays(given, anchor === "start" ? EMPTY_PLAN_DAYS : -EMPTY_PLAN_DAYS, { country });
  const [startsOn, decidesOn] = anchor === "start" ? [given, other] : [other, given];
  return {
    startsOn: startsOn.toString(),
    decidesOn: decidesOn.toString(),
    workingDays: Math.abs(workingDaysBetween(startsOn, decidesOn, { country })),
    milestones: [],
    roles: [],
    criteria: [],
  };
}
