import { and, eq, isNull } from "drizzle-orm";
import { meeting, meetingAttendee, participant, participation, person, plan, step } from "@/db/schema";
import { maySee } from "@/db/vocabulary";
import type { Tx } from "../_kernel";
import { spanOf } from "./time";

export type Attendee = {
  participantId: string;
  personId: string;
  name: string;
  email: string;
  timeZone: string | null;
  locale: string | null;
  /** What their calendar was told last. */
  told: string | null;
  isAsked: boolean;
};

export type MeetingToTell = NonNullable<Awaited<ReturnType<typeof loadMeeting>>>;

type MeetingRef = { workspaceId: string; stepId: string };

/** Keeps a meeting from others until the transaction ends. */
export const lockMeeting = (tx: Tx, { workspaceId, stepId }: MeetingRef) =>
  tx
    .select({ stepId: meeting.stepId })
    .from(meeting)
    .where(and(eq(meeting.workspaceId, workspaceId), eq(meeting.stepId, stepId)))
    .for("update");

/** A step's meeting as it stands; null when none was ever set. */
export async function loadMeeting(tx: Tx, { workspaceId, stepId }: MeetingRef) {
  const [row] = await tx
    .select({ meeting, step, plan })
    .from(meeting)
    .innerJoin(step, and(eq(step.workspaceId, meeting.workspaceId), eq(step.id, meeting.stepId)))
    .innerJoin(plan, and(eq(plan.workspaceId, meeting.workspaceId), eq(plan.id, meeting.planId)))
    .where(and(eq(meeting.workspaceId, workspaceId), eq(meeting.stepId, stepId)));
  if (!row) return null;
  const isOff =
    row.meeting.cancelledAt !== null ||
    row.step.removedAt !== null ||
    row.plan.removedAt !== null ||
    row.step.kind !== "meeting" ||
    row.step.status === "dropped" ||
    row.step.dueOn === null;
  const { startsAt, minutes } = row.meeting;
  const dueOn = row.step.dueOn;
  const span = dueOn === null ? null : spanOf({ dueOn, startsAt, minutes, timeZone: row.plan.timeZone });
  return { ...row, isOff, span, attendees: await attendeesOf(tx, row.step) };
}

/** Whoever was ever asked. Of those who have left the plan, or may no longer see the step, `isAsked` is false. */
async function attendeesOf(tx: Tx, of: typeof step.$inferSelect): Promise<Attendee[]> {
  const rows = await tx
    .select({
      participantId: participant.id,
      personId: person.id,
      name: participant.name,
      email: person.email,
      timeZone: person.timeZone,
      locale: person.locale,
      side: participant.side,
      told: meetingAttendee.told,
      removedAt: meetingAttendee.removedAt,
      seat: participation.participantId,
    })
    .from(meetingAttendee)
    .innerJoin(
      participant,
      and(eq(participant.workspaceId, meetingAttendee.workspaceId), eq(participant.id, meetingAttendee.participantId)),
    )
    .innerJoin(person, eq(person.id, participant.personId))
    .leftJoin(
      participation,
      and(
        eq(participation.workspaceId, meetingAttendee.workspaceId),
        eq(participation.participantId, meetingAttendee.participantId),
      ),
    )
    .where(and(eq(meetingAttendee.workspaceId, of.workspaceId), eq(meetingAttendee.stepId, of.id)))
    .orderBy(participant.name, participant.id);
  return rows.map(({ seat, removedAt, side, name, ...row }) => ({
    ...row,
    name: name ?? row.email,
    isAsked: seat !== null && removedAt === null && maySee(side, of.zone),
  }));
}

/** The meetings that a participant is asked to. */
export const meetingsOf = (tx: Tx, of: { workspaceId: string; participantId: string }) =>
  tx
    .select({ workspaceId: step.workspaceId, planId: step.planId, id: step.id, kind: step.kind })
    .from(meetingAttendee)
    .innerJoin(step, and(eq(step.workspaceId, meetingAttendee.workspaceId), eq(step.id, meetingAttendee.stepId)))
    .where(
      and(
        eq(meetingAttendee.workspaceId, of.workspaceId),
        eq(meetingAttendee.participantId, of.participantId),
        isNull(meetingAttendee.removedAt),
      ),
    );

/** Every meeting of a plan that has a time. */
export const meetingsIn = (tx: Tx, { workspaceId, planId }: { workspaceId: string; planId: string }) =>
  tx
    .select({ workspaceId: step.workspaceId, planId: step.planId, id: step.id, kind: step.kind })
    .from(meeting)
    .innerJoin(step, and(eq(step.workspaceId, meeting.workspaceId), eq(step.id, meeting.stepId)))
    .where(and(eq(meeting.workspaceId, workspaceId), eq(meeting.planId, planId)));
