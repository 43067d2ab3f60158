import { sql } from "drizzle-orm";
import {
  bigint,
  foreignKey,
  index,
  pgEnum,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { notificationKinds, paces } from "../vocabulary";
import { instant, planRow, zoneColumn } from "./_columns";
import { now_, servicePolicy, serviceRole, tenantPolicy } from "./_policies";
import { plan } from "./plan";

export const notificationKindEnum = pgEnum("notification_kind", notificationKinds);
export const paceEnum = pgEnum("notification_pace", paces);

/** In nobody's name and no tenant's: a job that looks over all of them for what is due. */
const isRound = sql`${now_.workspace} is null and ${now_.side} = 'system'`;

/** Their own, of plans that they are on, in the zones of the side that they are on there. */
const isOwn = sql`${now_.workspace} is null and notification.person_id = ${now_.person} and exists (select 1 from participation mine where mine.workspace_id = notification.workspace_id and mine.plan_id = notification.plan_id and mine.person_id = notification.person_id and (notification.zone = 'shared' or (notification.zone = 'committee' and mine.side = 'buyer') or (notification.zone = 'seller' and mine.side = 'seller')))`;

/** That a person is told of an event, once. The event says what happened; `stepId` is their own step that it concerns. */
export const notification = pgTable(
  "notification",
  {
    ...planRow(),
    zone: zoneColumn(),
    personId: uuid("person_id").notNull(),
    eventId: uuid("event_id").notNull(),
    kind: notificationKindEnum("kind").notNull(),
    subjectId: uuid("subject_id").notNull(),
    stepId: uuid("step_id"),
    pace: paceEnum("pace").notNull(),
    createdAt: instant("created_at").notNull(),
    readAt: instant("read_at"),
    mailDueAt: instant("mail_due_at"),
    mailedAt: instant("mailed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("notification_once").on(t.workspaceId, t.personId, t.eventId),
    index("notification_of_person").on(t.personId, t.createdAt),
    index("notification_unread").on(t.personId).where(sql`read_at is null`),
    index("notification_mail_due")
      .on(t.mailDueAt)
      .where(sql`mail_due_at is not null and mailed_at is null and read_at is null`),
    index("notification_age").on(t.createdAt),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }).onDelete("cascade"),
    tenantPolicy("notification", { plan: "plan_id", zone: true }),
    pgPolicy("notification_own", { for: "select", to: serviceRole, using: isOwn }),
    pgPolicy("notification_own_read", { for: "update", to: serviceRole, using: isOwn, withCheck: isOwn }),
    pgPolicy("notification_round", { for: "select", to: serviceRole, using: isRound }),
    pgPolicy("notification_old", {
      for: "delete",
      to: serviceRole,
      using: sql`${isRound} and notification.created_at < now() - interval '90 days'`,
    }),
  ],
);

/** How soon a person wants a mail of what. No plan (the nil id) is everywhere; no kind is everything of that plan. */
export const notificationChoice = pgTable(
  "notification_choice",
  {
    personId: uuid("person_id").notNull(),
    planId: uuid("plan_id").notNull(),
    kind: text("kind").notNull(),
    choice: paceEnum("choice").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.planId, t.kind] }), servicePolicy("notification_choice")],
);

/** When a plan's weekly digest is next looked at for a person who heads it. */
export const digestDue = pgTable(
  "digest_due",
  {
    workspaceId: uuid("workspace_id").notNull(),
    planId: uuid("plan_id").notNull(),
    personId: uuid("person_id").notNull(),
    dueAt: instant("due_at").notNull(),
    /** Up to where the last one told, or was looked at and found empty. */
    toldUntil: instant("told_until").notNull(),
    /** The same as the plan's order of events has it, in the shared zone and in the reader's own: a clock misses what commits late. */
    toldShared: bigint("told_shared", { mode: "number" }),
    toldOwn: bigint("told_own", { mode: "number" }),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.planId, t.personId] }),
    index("digest_due_at").on(t.dueAt),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }).onDelete("cascade"),
    servicePolicy("digest_due"),
  ],
);
