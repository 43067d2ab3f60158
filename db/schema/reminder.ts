import { sql } from "drizzle-orm";
import { check, date, foreignKey, jsonb, pgEnum, pgTable, primaryKey, smallint, text, uuid } from "drizzle-orm/pg-core";
import { type CadenceChoice, foreseenKinds } from "../vocabulary";
import { instant, zoneColumn, zoneEnum } from "./_columns";
import { tenantPolicy } from "./_policies";
import { participant } from "./participant";
import { plan } from "./plan";
import { step } from "./step";
import { workspace } from "./workspace";

export const foreseenKindEnum = pgEnum("foreseen_kind", foreseenKinds);

/**
 * When a workspace reminds: its own rule under the empty key, a template's under that template's. An empty cadence is the next
 * wider rule's; `changedAt` lets go what would have been due before.
 */
export const reminderCadence = pgTable(
  "reminder_cadence",
  {
    workspaceId: uuid("workspace_id").notNull(),
    templateKey: text("template_key").notNull().default(""),
    cadence: jsonb("cadence").$type<CadenceChoice>(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.templateKey] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspace.id] }).onDelete("cascade"),
    tenantPolicy("reminder_cadence"),
  ],
);

/**
 * That one participant's mail of one day is held back: of a reminder what is in this zone; a plan's part of a digest, in the zone of
 * its reader's side; a reminder of an invitation, in the shared zone.
 */
export const reminderHold = pgTable(
  "reminder_hold",
  {
    workspaceId: uuid("workspace_id").notNull(),
    planId: uuid("plan_id").notNull(),
    zone: zoneColumn(),
    participantId: uuid("participant_id").notNull(),
    localDay: date("local_day", { mode: "string" }).notNull(),
    mail: foreseenKindEnum("mail").notNull().default("reminder"),
    heldByName: text("held_by_name").notNull(),
    heldAt: instant("held_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.planId, t.participantId, t.localDay, t.zone, t.mail] }),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.participantId],
      foreignColumns: [participant.workspaceId, participant.planId, participant.id],
    }).onDelete("cascade"),
    tenantPolicy("reminder_hold", { plan: "plan_id", zone: true }),
  ],
);

/** After how many working days a side's overdue steps are raised to whoever leads it. The other side doesn't see it. */
export const escalationRule = pgTable(
  "escalation_rule",
  {
    workspaceId: uuid("workspace_id").notNull(),
    planId: uuid("plan_id").notNull(),
    zone: zoneEnum("zone").notNull(),
    afterDays: smallint("after_days").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.planId, t.zone] }),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }).onDelete("cascade"),
    check("escalation_of_one_side", sql`zone <> 'shared'`),
    tenantPolicy("escalation_rule", { plan: "plan_id", zone: true }),
  ],
);

/** That a step was raised, once and to whom: in the zone of the side that it was raised on. */
export const stepEscalation = pgTable(
  "step_escalation",
  {
    workspaceId: uuid("workspace_id").notNull(),
    planId: uuid("plan_id").notNull(),
    zone: zoneEnum("zone").notNull(),
    stepId: uuid("step_id").notNull(),
    raisedTo: uuid("raised_to").notNull(),
    raisedOn: date("raised_on", { mode: "string" }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.stepId] }),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.stepId],
      foreignColumns: [step.workspaceId, step.planId, step.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.raisedTo],
      foreignColumns: [participant.workspaceId, participant.planId, participant.id],
    }).onDelete("cascade"),
    check("raised_on_one_side", sql`zone <> 'shared'`),
    tenantPolicy("step_escalation", { plan: "plan_id", zone: true }),
  ],
);
