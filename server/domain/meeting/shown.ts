import type { MeetingToTell } from "./load";

export type Told = { title: string; startsAt: string | null; endsAt: string | null; place: string | null };

/** What a calendar entry shows. It is kept with whom it was told: a cancellation says nothing newer to who may know no more. */
export const shownOf = ({ step, meeting, span }: Pick<MeetingToTell, "step" | "meeting" | "span">): Told => ({
  title: step.title,
  startsAt: span?.start.toISOString() ?? null,
  endsAt: span?.end.toISOString() ?? null,
  place: meeting.place,
});
