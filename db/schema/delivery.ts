import { date, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant } from "./_columns";
import { servicePolicy } from "./_policies";

/** Addresses that get no mail, whoever sends: one that doesn't exist, or whose reader called our mail unwanted. */
export const suppression = pgTable(
  "suppression",
  {
    email: text("email").primaryKey(),
    reason: text("reason", { enum: ["bounce", "complaint"] }).notNull(),
    at: instant("at").notNull(),
    mailId: uuid("mail_id"),
  },
  () => [servicePolicy("suppression")],
);

/** What the provider has told, by its own id: told again, it is known already. */
export const mailEvent = pgTable(
  "mail_event",
  {
    id: text("id").primaryKey(),
    kind: text("kind").notNull(),
    mailId: uuid("mail_id"),
    at: instant("at").notNull(),
    receivedAt: instant("received_at").notNull(),
  },
  (t) => [index("mail_event_age").on(t.receivedAt), servicePolicy("mail_event")],
);

/** How a workspace's mails fared, day by day: seven rows answer what the outbox would have to be searched for. */
export const mailCount = pgTable(
  "mail_count",
  {
    workspaceId: uuid("workspace_id").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    sent: integer("sent").notNull().default(0),
    bounced: integer("bounced").notNull().default(0),
    complained: integer("complained").notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.day] }), servicePolicy("mail_count")],
);

/** A workspace whose mails come back too often: what nobody waits for stays behind until somebody has looked. */
export const mailPause = pgTable(
  "mail_pause",
  {
    workspaceId: uuid("workspace_id").primaryKey(),
    pausedAt: instant("paused_at").notNull(),
    /** The week's figures that it was paused for. */
    sent: integer("sent").notNull(),
    bounced: integer("bounced").notNull(),
    complained: integer("complained").notNull(),
  },
  () => [servicePolicy("mail_pause")],
);
