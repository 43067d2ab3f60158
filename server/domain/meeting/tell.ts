import { and, eq } from "drizzle-orm";
import { meeting, meetingAttendee, participant, workspace } from "@/db/schema";
import { env } from "@/server/env";
import { now, queueMail, type Tx, withinSystem } from "../_kernel";
import { type Attendee, loadMeeting, lockMeeting, type MeetingToTell } from "./load";
import { shownOf, type Told } from "./shown";

type Which = { workspaceId: string; planId: string; stepId: string };
type Method = "request" | "cancel";

/**
 * Tells each attendee's calendar what it does not know yet: a meeting that is new, has moved or is off. What was told is kept with
 * them, so a second run says nothing again. Meetings that are over are left as they are.
 */
export function tellMeeting({ workspaceId, planId, stepId }: Which): Promise<void> {
  const at = now();
  return withinSystem({ kind: "system", job: "meeting.tell", workspaceId, planId }, async (tx) => {
    await lockMeeting(tx, { workspaceId, stepId });
    const found = await loadMeeting(tx, { workspaceId, stepId });
    if (!found || (found.span && found.span.end <= at)) return;
    const state = JSON.stringify(shownOf(found));
    const untold = found.attendees
      .map((attendee) => ({ attendee, method: toTell(attendee, found.isOff, state) }))
      .filter((one): one is { attendee: Attendee; method: Method } => one.method !== null);
    if (untold.length === 0) return;

    const sequence = found.meeting.sequence + 1;
    await tx
      .update(meeting)
      .set({ sequence })
      .where(and(eq(meeting.workspaceId, workspaceId), eq(meeting.stepId, stepId)));
    const about = await describe(tx, found, sequence);
    for (const { attendee, method } of untold) {
      await tell(tx, found, attendee, { method, ...about }, at);
      await tx
        .update(meetingAttendee)
        .set({ told: method === "request" ? state : null })
        .where(
          and(
            eq(meetingAttendee.workspaceId, workspaceId),
            eq(meetingAttendee.stepId, stepId),
            eq(meetingAttendee.participantId, attendee.participantId),
          ),
        );
    }
  });
}

function toTell({ isAsked, told }: Attendee, isOff: boolean, state: string): Method | null {
  if (isAsked && !isOff) return told === state ? null : "request";
  return told === null ? null : "cancel";
}

async function describe(tx: Tx, found: MeetingToTell, sequence: number) {
  const { plan, step, meeting, attendees, isOff } = found;
  const [[organiser], [home]] = await Promise.all([
    tx
      .select({ name: participant.name, email: participant.email })
      .from(participant)
      .where(and(eq(participant.workspaceId, step.workspaceId), eq(participant.id, meeting.organiserId ?? step.id))),
    tx.select({ name: workspace.name }).from(workspace).where(eq(workspace.id, step.workspaceId)),
  ]);
  return {
    isOff,
    uid: `${step.id}@throughline`,
    sequence,
    ...shownOf(found),
    planTitle: plan.title,
    supplierName: home?.name ?? "",
    customerName: plan.customerName,
    organiser: { name: organiser?.name ?? home?.name ?? "", email: organiser?.email ?? null },
    attendees: attendees.filter(({ isAsked }) => isAsked).map(({ name, email }) => ({ name, email })),
    stepUrl: `${env.APP_URL}/plans/${plan.id}/steps?step=${step.id}`,
  };
}

const lastTold = ({ told }: Attendee): Told | null => (told === null ? null : (JSON.parse(told) as Told));

type About = Awaited<ReturnType<typeof describe>> & { method: Method };

async function tell(tx: Tx, { plan, step }: MeetingToTell, attendee: Attendee, about: About, at: Date) {
  const { isOff, ...props } = about;
  await queueMail(tx, {
    key: `meeting:${step.id}:${attendee.participantId}:${about.sequence}`,
    template: "meeting",
    to: attendee.email,
    locale: attendee.locale,
    workspaceId: step.workspaceId,
    planId: plan.id,
    personId: attendee.personId,
    participantId: attendee.participantId,
    fromName: `${about.organiser.name} (${about.supplierName})`,
    replyTo: about.organiser.email,
    props: {
      ...props,
      ...(about.method === "cancel" && { ...lastTold(attendee), attendees: [] }),
      isUpdate: about.method === "request" && attendee.told !== null,
      // Whoever is let go from a meeting that takes place learns that, and not that it is off.
      isLetGo: about.method === "cancel" && !isOff,
      inviteeName: attendee.name,
      timeZone: attendee.timeZone ?? plan.timeZone,
    },
    now: at,
  });
}
