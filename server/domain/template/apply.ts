import type { WorkingCalendar } from "../calendar";
import { type Anchor, datePlan } from "../schedule";
import type { RoleOwner, Template, TemplateCriterion, TemplateMilestone, TemplateStep } from "./types";

type DatedStep = Omit<TemplateStep, "offset" | "anchor"> & { dueOn: string };

/** A plan without ids and people. Dates are `YYYY-MM-DD`; dependencies are the keys of steps. */
export type PlanSkeleton = {
  startsOn: string;
  decidesOn: string;
  workingDays: number;
  milestones: (Omit<TemplateMilestone, "steps"> & { dueOn: string; steps: DatedStep[] })[];
  /** Every role that owns a step, once: each becomes a participant still to be named. */
  roles: RoleOwner[];
  criteria: readonly TemplateCriterion[];
};

/**
 * Lays a template over a customer's calendar and puts the customer's name in.
 * @throws RangeError when the anchor is not a date, or the template's steps wait for each other.
 */
export function applyTemplate(
  template: Template,
  { anchor, calendar, customer }: { anchor: Anchor; calendar: WorkingCalendar; customer: string },
): PlanSkeleton {
  const dated = datePlan(template, anchor, calendar);
  const milestoneDue = new Map(dated.milestones.map(({ key, dueOn }) => [key, dueOn]));
  const stepDue = new Map(
    dated.milestones.flatMap(({ steps }) => steps.map(({ key, dueOn }) => [key, dueOn] as const)),
  );
  const named = (text: string) => text.replaceAll("{{customer}}", () => customer);

  return {
    startsOn: dated.startsOn,
    decidesOn: dated.targetOn,
    workingDays: template.workingDays,
    milestones: template.milestones.map((milestone) => ({
      ...milestone,
      title: named(milestone.title),
      definitionOfDone: named(milestone.definitionOfDone),
      dueOn: milestoneDue.get(milestone.key) ?? dated.targetOn,
      steps: milestone.steps.map(({ offset: _offset, anchor: _anchor, ...step }) => ({
        ...step,
        title: named(step.title),
        description: named(step.description),
        dueOn: stepDue.get(step.key) ?? dated.targetOn,
      })),
    })),
    roles: rolesOf(template),
    criteria: template.criteria,
  };
}

/** Every role that owns a step of the template, once, in the order of the plan. */
export function rolesOf(template: Template): RoleOwner[] {
  const owners = template.milestones.flatMap(({ steps }) => steps.map(({ owner }) => owner));
  return [...new Map(owners.map((owner) => [`${owner.side}.${owner.role}`, owner])).values()];
}

/** What one reads of a template before choosing it. `weeks` are of five working days. */
export function summaryOf({ key, name, summary, workingDays, milestones }: Template) {
  return {
    key,
    name,
    summary,
    steps: milestones.reduce((sum, milestone) => sum + milestone.steps.length, 0),
    weeks: Math.round(workingDays / 5),
    jobs: [...new Set(milestones.map(({ job }) => job))],
  };
}
