import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { MeetingProps } from "@/emails/meeting";
import { clipped } from "./plain";

const oneLine = (text: string) => clipped(text, 300);

export type CalendarPart = { method: "REQUEST" | "CANCEL"; content: string };

/** The invitation that a calendar program understands (RFC 5546), for one attendee, as it stands in their mail. */
export function meetingFile(props: MeetingProps, to: string, stamp: Date): CalendarPart | null {
  const { method, uid, sequence, title, startsAt, endsAt, place, organiser, stepUrl } = props;
  // A meeting whose date was taken away has no time left that a file could name; the mail says that it is off.
  if (!startsAt || !endsAt || !organiser.email) return null;
  const isCancelled = method === "cancel";
  const calendar = ical({
    prodId: "//Throughline//Buying plans//EN",
    method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const known = props.attendees.some(({ email }) => email === to)
    ? props.attendees
    : [{ name: props.inviteeName, email: to }];
  calendar.createEvent({
    id: uid,
    sequence,
    stamp,
    summary: oneLine(title),
    description: stepUrl,
    url: stepUrl,
    location: place,
    start: new Date(startsAt),
    end: new Date(endsAt),
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: oneLine(organiser.name), email: organiser.email },
    attendees: (isCancelled ? known.filter(({ email }) => email === to) : known).map(({ name, email }) => ({
      name: oneLine(name),
      email,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      rsvp: !isCancelled,
    })),
  });
  return { method: isCancelled ? "CANCEL" : "REQUEST", content: calendar.toString() };
}
