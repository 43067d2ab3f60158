import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { buyingRoles, participantStatuses, planRoles, sides } from "../vocabulary";
import { editable, instant, planRow } from "./_columns";
import { homePolicy, ownRowPolicy, tenantPolicy } from "./_policies";
import { plan } from "./plan";

export const sideEnum = pgEnum("side", sides);
export const planRoleEnum = pgEnum("plan_role", planRoles);
export const buyingRoleEnum = pgEnum("buying_role", buyingRoles);
export const participantStatusEnum = pgEnum("participant_status", participantStatuses);

/** A person on a plan, or a role on it that has nobody yet (`name` and `email` empty). */
export const participant = pgTable(
  "participant",
  {
    ...planRow(),
    side: sideEnum("side").notNull(),
    role: planRoleEnum("role").notNull(),
    personId: uuid("person_id"),
    email: text("email"),
    name: text("name"),
    title: text("title"),
    buyingRole: buyingRoleEnum("buying_role"),
    sellerRole: text("seller_role"),
    influence: smallint("influence"),
    win: text("win"),
    concern: text("concern"),
    status: participantStatusEnum("status").notNull().default("not_invited"),
    /** When a person last invited them; `mailedAt` is later where they were reminded since. */
    invitedAt: instant("invited_at"),
    mailedAt: instant("mailed_at"),
    /** How often a person sent the invitation again. */
    resends: smallint("resends").notNull().default(0),
    deliveredAt: instant("delivered_at"),
    openedAt: instant("opened_at"),
    bouncedAt: instant("bounced_at"),
    /** Since when nobody is asked again: both reminders of the invitation went unopened. */
    unansweredAt: instant("unanswered_at"),
    joinedAt: instant("joined_at"),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("participant_in_plan").on(t.workspaceId, t.planId, t.id),
    index("participant_bounced").on(t.workspaceId).where(sql`bounced_at is not null`),
    uniqueIndex("participant_email").on(t.workspaceId, t.planId, t.email).where(sql`removed_at is null`),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }).onDelete("cascade"),
    tenantPolicy("participant", { plan: "plan_id" }),
    homePolicy("participant"),
  ],
);

/** Which plans a person is in, and as whom: the one row that lets them in. Deleting it shuts the door. */
export const participation = pgTable(
  "participation",
  {
    workspaceId: uuid("workspace_id").notNull(),
    planId: uuid("plan_id").notNull(),
    personId: uuid("person_id").notNull(),
    participantId: uuid("participant_id").notNull(),
    side: sideEnum("side").notNull(),
    role: planRoleEnum("role").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.planId, t.personId] }),
    index("participation_of_person").on(t.personId, t.planId),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.participantId],
      foreignColumns: [participant.workspaceId, participant.planId, participant.id],
    }).onDelete("cascade"),
    tenantPolicy("participation", { plan: "plan_id" }),
    ownRowPolicy("participation"),
  ],
);
