import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  pgEnum,
  pgPolicy,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { optionKinds } from "../vocabulary";
import { editable, instant, planRow, position, zoneColumn, zoneEnum } from "./_columns";
import { appRole, now_, serviceRole, tenantPolicy } from "./_policies";
import { participant } from "./participant";
import { plan } from "./plan";

export const optionKindEnum = pgEnum("option_kind", optionKinds);

export const criterion = pgTable(
  "criterion",
  {
    ...planRow(),
    zone: zoneColumn(),
    title: text("title").notNull(),
    definition: text("definition"),
    weight: smallint("weight").notNull().default(10),
    mustHave: boolean("must_have").notNull().default(false),
    position: position(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("criterion_in_plan").on(t.workspaceId, t.planId, t.id),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }).onDelete("cascade"),
    tenantPolicy("criterion", { plan: "plan_id", zone: true }),
  ],
);

/** What the committee chooses among. Other suppliers live in the committee's zone. */
export const option = pgTable(
  "option",
  {
    ...planRow(),
    zone: zoneColumn(),
    kind: optionKindEnum("kind").notNull(),
    title: text("title").notNull(),
    position: position(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("option_in_plan").on(t.workspaceId, t.planId, t.id),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }).onDelete("cascade"),
    tenantPolicy("option", { plan: "plan_id", zone: true }),
  ],
);

/** That a member of the committee handed in their scores. Until then nobody else reads them, nor they the others'. */
export const scoreSheet = pgTable(
  "score_sheet",
  {
    workspaceId: uuid("workspace_id").notNull(),
    planId: uuid("plan_id").notNull(),
    zone: zoneEnum("zone").notNull().default("committee"),
    participantId: uuid("participant_id").notNull(),
    submittedAt: instant("submitted_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.planId, t.participantId] }),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.participantId],
      foreignColumns: [participant.workspaceId, participant.planId, participant.id],
    }).onDelete("cascade"),
    tenantPolicy("score_sheet", { plan: "plan_id", zone: true }),
  ],
);

const isMine = sql`score.workspace_id = ${now_.workspace} and score.plan_id = ${now_.plan} and ${now_.side} in ('buyer', 'system') and score.participant_id = ${now_.participant}`;
const sheetOf = (participantId: ReturnType<typeof sql>) =>
  sql`exists (select 1 from score_sheet sheet where sheet.workspace_id = score.workspace_id and sheet.plan_id = score.plan_id and sheet.participant_id = ${participantId})`;

/** One person's rating of an option on a criterion, 1 to 5. */
export const score = pgTable(
  "score",
  {
    workspaceId: uuid("workspace_id").notNull(),
    planId: uuid("plan_id").notNull(),
    participantId: uuid("participant_id").notNull(),
    criterionId: uuid("criterion_id").notNull(),
    optionId: uuid("option_id").notNull(),
    value: smallint("value").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.planId, t.participantId, t.criterionId, t.optionId] }),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.participantId],
      foreignColumns: [participant.workspaceId, participant.planId, participant.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.criterionId],
      foreignColumns: [criterion.workspaceId, criterion.planId, criterion.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.optionId],
      foreignColumns: [option.workspaceId, option.planId, option.id],
    }).onDelete("cascade"),
    pgPolicy("score_own", { for: "all", to: [appRole, serviceRole], using: isMine, withCheck: isMine }),
    pgPolicy("score_revealed", {
      for: "select",
      to: [appRole, serviceRole],
      using: sql`score.workspace_id = ${now_.workspace} and score.plan_id = ${now_.plan} and ${now_.side} in ('buyer', 'system') and ${sheetOf(sql`score.participant_id`)} and ${sheetOf(now_.participant)}`,
    }),
  ],
);
