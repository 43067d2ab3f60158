import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { buyingJobs, type CadenceChoice, stepKinds, stepStatuses } from "../vocabulary";
import { editable, instant, planRow, position, zoneColumn } from "./_columns";
import { homePolicy, tenantPolicy } from "./_policies";
import { participant } from "./participant";
import { plan } from "./plan";

export const buyingJobEnum = pgEnum("buying_job", buyingJobs);
export const stepKindEnum = pgEnum("step_kind", stepKinds);
export const stepStatusEnum = pgEnum("step_status", stepStatuses);

export const milestone = pgTable(
  "milestone",
  {
    ...planRow(),
    zone: zoneColumn(),
    title: text("title").notNull(),
    job: buyingJobEnum("job").notNull(),
    definitionOfDone: text("definition_of_done"),
    dueOn: date("due_on", { mode: "string" }),
    isDecision: boolean("is_decision").notNull().default(false),
    statusOverride: stepStatusEnum("status_override"),
    position: position(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("milestone_in_plan").on(t.workspaceId, t.planId, t.id),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }).onDelete("cascade"),
    tenantPolicy("milestone", { plan: "plan_id", zone: true }),
    homePolicy("milestone", { zone: true }),
  ],
);

export const step = pgTable(
  "step",
  {
    ...planRow(),
    milestoneId: uuid("milestone_id").notNull(),
    zone: zoneColumn(),
    title: text("title").notNull(),
    kind: stepKindEnum("kind").notNull().default("task"),
    status: stepStatusEnum("status").notNull().default("todo"),
    statusReason: text("status_reason"),
    ownerId: uuid("owner_id"),
    description: text("description"),
    dueOn: date("due_on", { mode: "string" }),
    doneAt: instant("done_at"),
    /** When it is reminded of, if otherwise than its plan's other steps. */
    cadence: jsonb("cadence").$type<CadenceChoice>(),
    position: position(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("step_in_plan").on(t.workspaceId, t.planId, t.id),
    index("step_of_owner")
      .on(t.workspaceId, t.ownerId)
      .where(sql`removed_at is null and status in ('todo', 'doing', 'blocked')`),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.milestoneId],
      foreignColumns: [milestone.workspaceId, milestone.planId, milestone.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.ownerId],
      foreignColumns: [participant.workspaceId, participant.planId, participant.id],
    }),
    tenantPolicy("step", { plan: "plan_id", zone: true }),
    homePolicy("step", { zone: true }),
  ],
);

/** `stepId` waits for `predecessorId`. Its zone is the more private of the two steps'. */
export const stepDependency = pgTable(
  "step_dependency",
  {
    workspaceId: uuid("workspace_id").notNull(),
    planId: uuid("plan_id").notNull(),
    zone: zoneColumn(),
    stepId: uuid("step_id").notNull(),
    predecessorId: uuid("predecessor_id").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.planId, t.stepId, t.predecessorId] }),
    index("step_dependency_predecessor").on(t.workspaceId, t.predecessorId),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.stepId],
      foreignColumns: [step.workspaceId, step.planId, step.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.predecessorId],
      foreignColumns: [step.workspaceId, step.planId, step.id],
    }).onDelete("cascade"),
    tenantPolicy("step_dependency", { plan: "plan_id", zone: true }),
    homePolicy("step_dependency", { zone: true }),
  ],
);

/** How often a step was reminded of, for the due date that it then had; `stalledOn` is set when reminding stopped. */
export const stepReminder = pgTable(
  "step_reminder",
  {
    workspaceId: uuid("workspace_id").notNull(),
    planId: uuid("plan_id").notNull(),
    zone: zoneColumn(),
    stepId: uuid("step_id").notNull(),
    sent: smallint("sent").notNull().default(0),
    /** Since when the step is due on its present date and with its present owner; else since it was added. */
    scheduledAt: instant("scheduled_at"),
    lastOn: date("last_on", { mode: "string" }),
    stalledOn: date("stalled_on", { mode: "string" }),
    /** Its owner put it off: no reminder before that day. */
    snoozedUntil: date("snoozed_until", { mode: "string" }),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.stepId] }),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.stepId],
      foreignColumns: [step.workspaceId, step.planId, step.id],
    }).onDelete("cascade"),
    tenantPolicy("step_reminder", { plan: "plan_id", zone: true }),
    homePolicy("step_reminder", { zone: true }),
  ],
);
