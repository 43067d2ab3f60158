import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgEnum,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instant } from "./_columns";
import { appRole, now_, servicePolicy } from "./_policies";

export const mailStateEnum = pgEnum("mail_state", ["queued", "sent", "failed", "skipped"]);

/** Every mail, queued in the transaction that caused it. `key` is unique here and at the provider. */
export const mail = pgTable(
  "mail",
  {
    id: uuid("id").primaryKey(),
    key: text("key").notNull().unique("mail_key"),
    workspaceId: uuid("workspace_id"),
    planId: uuid("plan_id"),
    personId: uuid("person_id"),
    participantId: uuid("participant_id"),
    template: text("template").notNull(),
    to: text("to").notNull(),
    fromName: text("from_name"),
    replyTo: text("reply_to"),
    locale: text("locale").notNull().default("en"),
    props: jsonb("props").notNull(),
    headers: jsonb("headers").notNull().default({}),
    state: mailStateEnum("state").notNull().default("queued"),
    attempts: integer("attempts").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    /** Since when its outcome may be unknown: the provider knows the key for a day from here. */
    firstAttemptAt: instant("first_attempt_at"),
    sentAt: instant("sent_at"),
    /** With which others it was first handed over: the provider knows them by one key, so they are retried together. */
    batch: uuid("batch"),
    providerId: text("provider_id"),
    error: text("error"),
    /** What the provider has told since. */
    deliveredAt: instant("delivered_at"),
    openedAt: instant("opened_at"),
    bouncedAt: instant("bounced_at"),
    complainedAt: instant("complained_at"),
    subject: text("subject"),
    html: text("html"),
    text: text("text"),
    /** The invitation in it that a calendar program reads. */
    calendar: text("calendar"),
    createdAt: createdAt(),
  },
  (t) => [
    index("mail_due").on(t.nextAttemptAt).where(sql`state = 'queued'`),
    // Who waits for a code sits before the screen; reminders, which all come in the morning, let those mails pass.
    index("mail_turn")
      .on(sql`(template = 'step-reminder')`, t.nextAttemptAt)
      .where(sql`state = 'queued' and batch is null`),
    index("mail_unfinished").on(t.batch).where(sql`state = 'queued' and batch is not null`),
    index("mail_to").on(t.to, t.createdAt),
    index("mail_provider").on(t.providerId).where(sql`provider_id is not null`),
    // A paused workspace's invitations, to be let go when it resumes.
    index("mail_waiting_of").on(t.workspaceId).where(sql`state = 'queued'`),
    servicePolicy("mail"),
    pgPolicy("mail_enqueue", { for: "insert", to: appRole, withCheck: sql`workspace_id = ${now_.workspace}` }),
  ],
);

/** When a person's steps in a workspace want looking at next. A change to their steps sets it to now. */
export const reminderDue = pgTable(
  "reminder_due",
  {
    workspaceId: uuid("workspace_id").notNull(),
    personId: uuid("person_id").notNull(),
    dueAt: instant("due_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.personId] }),
    index("reminder_due_at").on(t.dueAt),
    servicePolicy("reminder_due"),
    pgPolicy("reminder_due_tenant", {
      for: "all",
      to: appRole,
      using: sql`workspace_id = ${now_.workspace}`,
      withCheck: sql`workspace_id = ${now_.workspace}`,
    }),
  ],
);

/** That a person got this day's one reminder from a workspace: the key makes a second impossible. */
export const reminderDay = pgTable(
  "reminder_day",
  {
    workspaceId: uuid("workspace_id").notNull(),
    personId: uuid("person_id").notNull(),
    localDay: date("local_day", { mode: "string" }).notNull(),
    mailId: uuid("mail_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.personId, t.localDay] }), servicePolicy("reminder_day")],
);

/** What a person chose not to get from a workspace. */
export const mailPreference = pgTable(
  "mail_preference",
  {
    workspaceId: uuid("workspace_id").notNull(),
    personId: uuid("person_id").notNull(),
    reminders: boolean("reminders").notNull().default(true),
    notifications: boolean("notifications").notNull().default(true),
    /** The Monday mail of all plans that they head there. One plan's part in it is among their choices. */
    digests: boolean("digests").notNull().default(true),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.personId] }), servicePolicy("mail_preference")],
);

/** Answers of mutations by the client's id, so that a retry is applied once. Kept for seven days. */
export const mutation = pgTable(
  "mutation",
  {
    personId: uuid("person_id").notNull(),
    id: uuid("id").notNull(),
    verb: text("verb").notNull(),
    answer: jsonb("answer"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.id] }),
    index("mutation_age").on(t.createdAt),
    servicePolicy("mutation"),
    pgPolicy("mutation_own", {
      for: "all",
      to: appRole,
      using: sql`person_id = ${now_.person}`,
      withCheck: sql`person_id = ${now_.person}`,
    }),
  ],
);

/** How much of a limit is used up; points are taken by an upsert. */
export const rateLimit = pgTable(
  "rate_limit",
  {
    key: text("key").primaryKey(),
    points: integer("points").notNull().default(0),
    expire: instant("expire"),
  },
  () => [servicePolicy("rate_limit")],
);

/** A worker says here that it lives; health reads it. */
export const workerBeat = pgTable(
  "worker_beat",
  { workerId: text("worker_id").primaryKey(), at: instant("at").notNull() },
  () => [servicePolicy("worker_beat")],
);
