import { foreignKey, integer, pgTable, primaryKey, smallint, text, time, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, instant, planRow, zoneColumn } from "./_columns";
import { homePolicy, tenantPolicy } from "./_policies";
import { participant } from "./participant";
import { step } from "./step";

const ofStep = () => {
  const { workspaceId, planId } = planRow();
  return { workspaceId, planId, zone: zoneColumn(), stepId: uuid("step_id").notNull() };
};

/** When and where a step of kind meeting takes place: on the step's due date, at this time of the plan's zone. */
export const meeting = pgTable(
  "meeting",
  {
    ...ofStep(),
    startsAt: time("starts_at", { precision: 0 }).notNull(),
    minutes: smallint("minutes").notNull(),
    place: text("place"),
    organiserId: uuid("organiser_id"),
    /** Of the invitations that were mailed, after RFC 5545: higher each time that something was told. */
    sequence: integer("sequence").notNull().default(-1),
    version: integer("version").notNull().default(1),
    cancelledAt: instant("cancelled_at"),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.stepId] }),
    unique("meeting_in_plan").on(t.workspaceId, t.planId, t.stepId),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.stepId],
      foreignColumns: [step.workspaceId, step.planId, step.id],
    }).onDelete("cascade"),
    tenantPolicy("meeting", { plan: "plan_id", zone: true }),
    homePolicy("meeting", { zone: true }),
  ],
);

/** Who is asked to a meeting, and what their calendar was told of it last; empty when it knows nothing. */
export const meetingAttendee = pgTable(
  "meeting_attendee",
  {
    ...ofStep(),
    participantId: uuid("participant_id").notNull(),
    told: text("told"),
    removedAt: instant("removed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.stepId, t.participantId] }),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.stepId],
      foreignColumns: [meeting.workspaceId, meeting.planId, meeting.stepId],
    }).onDelete("cascade"),
    foreignKey({
      columns: [t.workspaceId, t.planId, t.participantId],
      foreignColumns: [participant.workspaceId, participant.planId, participant.id],
    }).onDelete("cascade"),
    tenantPolicy("meeting_attendee", { plan: "plan_id", zone: true }),
    homePolicy("meeting_attendee", { zone: true }),
  ],
);
