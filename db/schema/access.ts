import { sql } from "drizzle-orm";
import { foreignKey, index, pgEnum, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { accessRequestStates } from "../vocabulary";
import { createdAt, instant, planRow } from "./_columns";
import { servicePolicy, tenantPolicy } from "./_policies";
import { participant, sideEnum } from "./participant";
import { plan } from "./plan";

export const accessRequestStateEnum = pgEnum("access_request_state", accessRequestStates);

/** Somebody who was not invited, but came by an invitation's link, asks to take part. */
export const accessRequest = pgTable(
  "access_request",
  {
    ...planRow(),
    invitationId: uuid("invitation_id").notNull(),
    side: sideEnum("side").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull(),
    why: text("why").notNull(),
    state: accessRequestStateEnum("state").notNull().default("open"),
    answeredAt: instant("answered_at"),
    answeredByName: text("answered_by_name"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    uniqueIndex("access_request_open").on(t.workspaceId, t.planId, t.email).where(sql`state = 'open'`),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }).onDelete("cascade"),
    tenantPolicy("access_request", { plan: "plan_id" }),
  ],
);

/** When an invited person, who has not opened the invitation, is to be reminded of it next. */
export const invitationChase = pgTable(
  "invitation_chase",
  {
    workspaceId: uuid("workspace_id").notNull(),
    planId: uuid("plan_id").notNull(),
    participantId: uuid("participant_id").notNull(),
    sent: smallint("sent").notNull().default(0),
    dueAt: instant("due_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.participantId] }),
    index("invitation_chase_due").on(t.dueAt),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.participantId],
      foreignColumns: [participant.workspaceId, participant.planId, participant.id],
    }).onDelete("cascade"),
    servicePolicy("invitation_chase"),
    tenantPolicy("invitation_chase", { plan: "plan_id" }),
  ],
);
