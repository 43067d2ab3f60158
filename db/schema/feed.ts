import { sql } from "drizzle-orm";
import { pgTable, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant } from "./_columns";
import { servicePolicy } from "./_policies";
import { person } from "./person";

/** A calendar address of one person's, over all their plans or of one. Its token is made from the id: revoking the row ends it. */
export const calendarFeed = pgTable(
  "calendar_feed",
  {
    id: uuid("id").primaryKey(),
    personId: uuid("person_id")
      .notNull()
      .references(() => person.id, { onDelete: "cascade" }),
    /** Empty: all of the person's plans. */
    planId: uuid("plan_id"),
    createdAt: createdAt(),
    readAt: instant("read_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [
    uniqueIndex("calendar_feed_of_person")
      .on(t.personId, sql`coalesce(plan_id, '00000000-0000-0000-0000-000000000000')`)
      .where(sql`revoked_at is null`),
    servicePolicy("calendar_feed"),
  ],
);
