import { and, eq, isNull } from "drizzle-orm";
import { meeting, meetingAttendee, plan } from "@/db/schema";
import { type PlanActor, type Tx, verb } from "../_kernel";
import { Meeting, MeetingRef } from "./schemas";

/** When and where a step's meeting is, and who is asked to it; null when no time was set. */
export const readMeeting = verb({
  name: "meeting.read",
  scope: "plan",
  kind: "query",
  input: MeetingRef,
  output: Meeting.nullable(),
  may: "plan.read",
  act: ({ tx, actor, input }) => meetingOf(tx, actor, input.stepId),
});

export async function meetingOf(tx: Tx, actor: PlanActor, stepId: string): Promise<Meeting | null> {
  const { workspaceId, planId } = actor;
  const [[row], attendees] = await Promise.all([
    tx
      .select({ meeting, timeZone: plan.timeZone })
      .from(meeting)
      .innerJoin(plan, and(eq(plan.workspaceId, meeting.workspaceId), eq(plan.id, meeting.planId)))
      .where(
        and(
          eq(meeting.workspaceId, workspaceId),
          eq(meeting.planId, planId),
          eq(meeting.stepId, stepId),
          isNull(meeting.cancelledAt),
        ),
      ),
    tx
      .select({ id: meetingAttendee.participantId })
      .from(meetingAttendee)
      .where(
        and(
          eq(meetingAttendee.workspaceId, workspaceId),
          eq(meetingAttendee.stepId, stepId),
          isNull(meetingAttendee.removedAt),
        ),
      ),
  ]);
  if (!row) return null;
  const { startsAt, minutes, place, version } = row.meeting;
  const attendeeIds = attendees.map(({ id }) => id);
  return { startsAt: startsAt.slice(0, 5), minutes, place, timeZone: row.timeZone, attendeeIds, version };
}
