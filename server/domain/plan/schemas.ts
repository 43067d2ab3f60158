import { z } from "zod";
import { Country, Currency, Id, line, PlainDate, PlanRoleName, SideName, Version, ZoneName } from "../_kernel/fields";
import { Milestone } from "../milestone/schemas";
import { Participant } from "../participant/schemas";
import { Step } from "../step/schemas";

export const PlanHead = z.object({
  id: Id,
  workspaceId: Id,
  title: z.string(),
  customerName: z.string(),
  supplierName: z.string(),
  country: Country,
  currency: Currency,
  timeZone: z.string(),
  startsOn: PlainDate,
  decidesOn: PlainDate,
  templateKey: z.string().nullable(),
  /** At which domains the customer's people have their addresses; empty lets in every one. */
  allowedDomains: z.array(z.string()),
  version: Version,
  createdAt: z.date(),
});
export type PlanHead = z.infer<typeof PlanHead>;

/** As whom the reader stands in this plan. `participantId` is empty for a member who only looks in. */
export const Me = z.object({
  participantId: Id.nullable(),
  side: SideName,
  role: PlanRoleName,
  name: z.string(),
});
export type Me = z.infer<typeof Me>;

/** The last event seen per zone that the reader may see: where live updates go on from. */
export const Cursor = z.partialRecord(ZoneName, z.number().int().nonnegative());
export type Cursor = z.infer<typeof Cursor>;

export const Reason = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

export const PlanView = z.object({
  plan: PlanHead,
  /** The supplier's colour, as they chose it. */
  accent: z.string().nullable(),
  me: Me,
  milestones: z.array(Milestone),
  steps: z.array(Step),
  participants: z.array(Participant),
  health: z.object({ state: z.enum(["on_track", "at_risk", "stalled"]), reasons: z.array(Reason) }),
  today: PlainDate,
  /** Until the decision, by the working days of the plan's country. */
  workingDaysLeft: z.number().int().nonnegative(),
  cursor: Cursor,
});
export type PlanView = z.infer<typeof PlanView>;

export const PlanRef = z.object({ planId: Id });

export const CreatePlan = z.object({
  workspaceId: Id,
  customerName: line(120),
  title: line(200),
  templateKey: z.string().max(60).nullable(),
  anchor: z.enum(["start", "target"]),
  anchorDate: PlainDate,
  country: Country,
  currency: Currency,
});

/** The plan as it would be made: what the form's right-hand side shows while one types. */
export const PreviewPlan = CreatePlan.pick({
  workspaceId: true,
  templateKey: true,
  anchor: true,
  anchorDate: true,
  country: true,
}).extend({ customerName: line(120).optional() });

export const PlanPreview = z.object({
  startsOn: PlainDate,
  decidesOn: PlainDate,
  workingDays: z.number().int(),
  milestones: z.array(
    z.object({
      title: z.string(),
      job: z.string(),
      dueOn: PlainDate,
      isDecision: z.boolean(),
      steps: z.array(z.object({ title: z.string(), dueOn: PlainDate, side: SideName, zone: ZoneName })),
    }),
  ),
});

export const MOST_DOMAINS = 20;
export const DomainOfPlan = PlanRef.extend({ domain: line(260) });

export const PlanFields = z.object({
  title: line(200),
  customerName: line(120),
  decidesOn: PlainDate,
  startsOn: PlainDate,
  currency: Currency,
  country: Country,
});
export const EditPlan = PlanRef.extend({ set: PlanFields.partial(), base: z.record(z.string(), z.unknown()) });

export const PlanListItem = PlanHead.omit({ timeZone: true, allowedDomains: true }).extend({
  health: PlanView.shape.health,
  me: Me.pick({ side: true, role: true }).nullable(),
  milestones: z.array(
    Milestone.pick({ id: true, title: true, dueOn: true, isDecision: true, zone: true }).extend({
      done: z.number().int(),
      total: z.number().int(),
    }),
  ),
  stepsDone: z.number().int(),
  stepsTotal: z.number().int(),
  lastEventAt: z.date().nullable(),
});
export type PlanListItem = z.infer<typeof PlanListItem>;

/** How many plans a list begins with, and by how many it grows. */
export const PLANS_AT_ONCE = 200;
export const ListPlans = z.object({
  workspaceId: Id,
  most: z.number().int().min(1).max(20_000).default(PLANS_AT_ONCE),
});
export const PlanList = z.object({ plans: z.array(PlanListItem), count: z.number().int() });
