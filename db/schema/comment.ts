import { foreignKey, index, pgEnum, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { answerKinds, commentSubjects, linkActs } from "../vocabulary";
import { createdAt, instant, planRow, zoneColumn, zoneEnum } from "./_columns";
import { tenantPolicy } from "./_policies";
import { participant } from "./participant";
import { plan } from "./plan";
import { step } from "./step";

export const commentSubjectEnum = pgEnum("comment_subject", commentSubjects);
export const answerKindEnum = pgEnum("answer_kind", answerKinds);
export const linkActEnum = pgEnum("link_act", linkActs);

/** What somebody wrote about a thing of the plan, in that thing's zone: it follows when the thing is shown to others. */
export const comment = pgTable(
  "comment",
  {
    ...planRow(),
    zone: zoneColumn(),
    subjectType: commentSubjectEnum("subject_type").notNull(),
    subjectId: uuid("subject_id").notNull(),
    /** Empty for a member of the workspace who looks in. */
    participantId: uuid("participant_id"),
    authorName: text("author_name").notNull(),
    body: text("body").notNull(),
    createdAt: createdAt(),
    removedAt: instant("removed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("comment_of_subject").on(t.workspaceId, t.subjectId, t.createdAt),
    foreignKey({ columns: [t.workspaceId, t.planId], foreignColumns: [plan.workspaceId, plan.id] }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.participantId],
      foreignColumns: [participant.workspaceId, participant.planId, participant.id],
    }),
    tenantPolicy("comment", { plan: "plan_id", zone: true }),
  ],
);

/** Who answered a question, or approved or declined an approval, when and in which words. Nothing of it is ever replaced. */
export const stepAnswer = pgTable(
  "step_answer",
  {
    ...planRow(),
    zone: zoneColumn(),
    stepId: uuid("step_id").notNull(),
    kind: answerKindEnum("kind").notNull(),
    body: text("body"),
    participantId: uuid("participant_id"),
    authorName: text("author_name").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("step_answer_of_step").on(t.workspaceId, t.stepId, t.at),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.stepId],
      foreignColumns: [step.workspaceId, step.planId, step.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.participantId],
      foreignColumns: [participant.workspaceId, participant.planId, participant.id],
    }),
    tenantPolicy("step_answer", { plan: "plan_id", zone: true }),
  ],
);

/** That a mail's link was used, and what for. It is its side's own: the other must not tell from it when somebody was at work. */
export const linkUse = pgTable(
  "link_use",
  {
    ...planRow(),
    zone: zoneEnum("zone").notNull(),
    participantId: uuid("participant_id").notNull(),
    act: linkActEnum("act").notNull(),
    /** Until when it was put off, or to whom it was passed on. */
    detail: text("detail"),
    usedAt: instant("used_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.participantId],
      foreignColumns: [participant.workspaceId, participant.planId, participant.id],
    }).onDelete("cascade"),
    tenantPolicy("link_use", { plan: "plan_id", zone: true }),
  ],
);
