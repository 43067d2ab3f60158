import { sql } from "drizzle-orm";
import {
  bigint,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgEnum,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, editable, instant, planRow, tenantRow, zoneColumn } from "./_columns";
import { appRole, homePolicy, now_, serviceRole, tenantPolicy } from "./_policies";
import { workspace } from "./workspace";

export const anchorEnum = pgEnum("anchor", ["start", "target"]);

/** One mutual buying plan with one customer company. */
export const plan = pgTable(
  "plan",
  {
    ...tenantRow(),
    title: text("title").notNull(),
    customerName: text("customer_name").notNull(),
    country: text("country").notNull(),
    currency: text("currency").notNull(),
    timeZone: text("time_zone").notNull(),
    anchor: anchorEnum("anchor").notNull(),
    startsOn: date("starts_on", { mode: "string" }).notNull(),
    decidesOn: date("decides_on", { mode: "string" }).notNull(),
    templateKey: text("template_key"),
    /** At which domains the customer's people have their addresses, in ASCII; empty lets in every one. */
    allowedDomains: text("allowed_domains").array().notNull().default(sql`'{}'`),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspace.id] }),
    tenantPolicy("plan", { plan: "id" }),
    homePolicy("plan", { plan: "id" }),
    pgPolicy("plan_of_member", {
      for: "select",
      to: [appRole, serviceRole],
      using: sql`${now_.workspace} is null and exists (select 1 from member m where m.workspace_id = plan.workspace_id and m.person_id = ${now_.person} and m.removed_at is null)`,
    }),
  ],
);

/** The last number given out to an event, one count per plan and zone. */
export const planStream = pgTable(
  "plan_stream",
  {
    workspaceId: uuid("workspace_id").notNull(),
    planId: uuid("plan_id").notNull(),
    zone: zoneColumn(),
    headSeq: bigint("head_seq", { mode: "number" }).notNull().default(0),
    /** Up to where people were told of it: what is behind the head waits for the job that tells them. */
    toldSeq: bigint("told_seq", { mode: "number" }).notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.planId, t.zone] }),
    index("plan_stream_untold").on(t.workspaceId, t.planId).where(sql`head_seq > told_seq`),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }).onDelete("cascade"),
    tenantPolicy("plan_stream", { plan: "plan_id", zone: true }),
    homePolicy("plan_stream", { zone: true }),
    pgPolicy("plan_stream_round", {
      for: "select",
      to: serviceRole,
      using: sql`${now_.workspace} is null and ${now_.side} = 'system' and plan_stream.head_seq > plan_stream.told_seq`,
    }),
  ],
);

/** What happened. Rows are added and read, never changed: the grant says so. */
export const event = pgTable(
  "event",
  {
    ...planRow(),
    zone: zoneColumn(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    kind: text("kind").notNull(),
    actorParticipantId: uuid("actor_participant_id"),
    actorName: text("actor_name").notNull(),
    subjectType: text("subject_type").notNull(),
    subjectId: uuid("subject_id").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("event_order").on(t.workspaceId, t.planId, t.zone, t.seq),
    index("event_recent").on(t.workspaceId, t.planId, t.at),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }).onDelete("cascade"),
    tenantPolicy("event", { plan: "plan_id", zone: true }),
    homePolicy("event", { zone: true }),
  ],
);

/** When a participant was last here, apart from the participant's row so that looking changes nothing shared. */
export const presence = pgTable(
  "presence",
  {
    workspaceId: uuid("workspace_id").notNull(),
    planId: uuid("plan_id").notNull(),
    participantId: uuid("participant_id").notNull(),
    firstSeenAt: createdAt(),
    seenAt: instant("seen_at").notNull(),
    leftAt: instant("left_at"),
    beats: integer("beats").notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.planId, t.participantId] }),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }).onDelete("cascade"),
    tenantPolicy("presence", { plan: "plan_id" }),
  ],
);
