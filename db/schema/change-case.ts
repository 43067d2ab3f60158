import { bigint, foreignKey, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { agreementLevels } from "../vocabulary";
import { editable, instant, planRow, position } from "./_columns";
import { homePolicy, tenantPolicy } from "./_policies";
import { participant } from "./participant";
import { plan } from "./plan";

export const agreementEnum = pgEnum("agreement", agreementLevels);

/** The problem in the customer's words. `wording` counts the wordings, so that agreement names the one agreed to. */
export const problem = pgTable(
  "problem",
  {
    ...planRow(),
    statement: text("statement").notNull().default(""),
    wording: integer("wording").notNull().default(0),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique("problem_of_plan").on(t.workspaceId, t.planId),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }).onDelete("cascade"),
    tenantPolicy("problem", { plan: "plan_id" }),
    homePolicy("problem"),
  ],
);

export const problemAgreement = pgTable(
  "problem_agreement",
  {
    workspaceId: uuid("workspace_id").notNull(),
    planId: uuid("plan_id").notNull(),
    participantId: uuid("participant_id").notNull(),
    level: agreementEnum("level").notNull(),
    comment: text("comment"),
    wording: integer("wording").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.planId, t.participantId] }),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.participantId],
      foreignColumns: [participant.workspaceId, participant.planId, participant.id],
    }).onDelete("cascade"),
    tenantPolicy("problem_agreement", { plan: "plan_id" }),
    homePolicy("problem_agreement"),
  ],
);

/** A line of the cost of doing nothing, in minor units of the plan's currency per month. */
export const costLine = pgTable(
  "cost_line",
  {
    ...planRow(),
    title: text("title").notNull(),
    low: bigint("low", { mode: "number" }).notNull(),
    likely: bigint("likely", { mode: "number" }).notNull(),
    high: bigint("high", { mode: "number" }).notNull(),
    confirmedBy: uuid("confirmed_by"),
    confirmedAt: instant("confirmed_at"),
    position: position(),
    ...editable(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.confirmedBy],
      foreignColumns: [participant.workspaceId, participant.planId, participant.id],
    }),
    tenantPolicy("cost_line", { plan: "plan_id" }),
  ],
);
