import { customType, integer, pgEnum, timestamp, uuid } from "drizzle-orm/pg-core";
import { zones } from "../vocabulary";

export const zoneEnum = pgEnum("zone", zones);

/** What every tenant row carries: its tenant, which leads every key, and its own UUIDv7. */
export const tenantRow = () => ({
  workspaceId: uuid("workspace_id").notNull(),
  id: uuid("id").notNull(),
});

/** A tenant row that lives in one plan. */
export const planRow = () => ({ ...tenantRow(), planId: uuid("plan_id").notNull() });

export const zoneColumn = () => zoneEnum("zone").notNull().default("shared");

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const createdAt = () => instant("created_at").notNull().defaultNow();

/** Rows that people edit: who changed them last is in the events, that they changed is here. */
export const editable = () => ({
  version: integer("version").notNull().default(1),
  removedAt: instant("removed_at"),
  createdAt: createdAt(),
});

const bytes = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** A fractional index: moving one row touches no other. Ordered by its bytes, whatever the server's language. */
export const position = () => bytes("position").notNull();
