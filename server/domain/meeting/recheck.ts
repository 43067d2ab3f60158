import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { mail } from "@/db/schema";
import { become, retellMeeting, type Tx } from "../_kernel";
import { loadMeeting, type MeetingToTell } from "./load";
import { shownOf, type Told } from "./shown";

/** What a queued mail says of its meeting, for looking again before it leaves. The template reads the rest. */
const FrozenMeeting = z.looseObject({
  method: z.enum(["request", "cancel"]),
  uid: z.string(),
  sequence: z.number(),
  title: z.string(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  place: z.string().nullable(),
});
type FrozenMeeting = z.infer<typeof FrozenMeeting>;

type Queued = Pick<typeof mail.$inferSelect, "id" | "workspaceId" | "planId" | "participantId" | "to" | "props">;
type Verdict = { skip: string } | { props: FrozenMeeting };

/**
 * Looks again before mails of meetings leave, some of which have waited long. An invitation goes to who is still asked to the meeting as
 * it says; that a meeting is off, to whose calendar knows of it, and in the words that it was told.
 */
export async function recheckMeetings(tx: Tx, mails: readonly Queued[], at: Date): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (const queued of mails) verdicts.set(queued.id, await judge(tx, queued, at));
  return verdicts;
}

async function judge(tx: Tx, queued: Queued, at: Date): Promise<Verdict> {
  const frozen = FrozenMeeting.safeParse(queued.props);
  const { workspaceId, planId } = queued;
  if (!frozen.success || !workspaceId || !planId) return { skip: "its props are not a meeting's" };
  const { data: props } = frozen;
  await become(tx, { kind: "system", job: "meeting.recheck", workspaceId, planId });
  const [stepId = ""] = props.uid.split("@");
  const [found, others] = await Promise.all([loadMeeting(tx, { workspaceId, stepId }), othersOf(tx, queued, props)]);
  const isOvertaken = others.some(({ props: other, isToCount }) => isToCount && other.sequence > props.sequence);
  if (isOvertaken) return { skip: "its reader is told something newer of the meeting" };

  const attendee = found?.attendees.find(({ participantId }) => participantId === queued.participantId);
  const isOn = found !== null && !found.isOff && attendee?.isAsked === true;
  const known = knownBefore(props, others);
  if (props.method === "cancel") {
    if (isOn) return toldAnew(tx, found);
    if (!known) return { skip: "its reader was never asked to the meeting" };
    const { title, startsAt, endsAt, place } = known;
    return { props: { ...props, title, startsAt, endsAt, place } };
  }
  if (!isOn) return { skip: "the meeting is off, or the person is no longer asked to it, or may no longer see it" };
  if (attendee.email !== queued.to) return { skip: "the person's address has changed" };
  if (found.span && found.span.end <= at) return { skip: "the meeting is over" };
  if (!saysTheSame(shownOf(found), props)) return toldAnew(tx, found);
  const attendees = found.attendees.filter(({ isAsked }) => isAsked).map(({ name, email }) => ({ name, email }));
  return { props: { ...props, attendees, isUpdate: known !== null } };
}

async function toldAnew(tx: Tx, { step }: MeetingToTell): Promise<Verdict> {
  await retellMeeting(tx, step);
  return { skip: "the meeting has changed: its reader is told anew" };
}

const saysTheSame = (one: Told, other: Told) =>
  (["title", "startsAt", "endsAt", "place"] as const).every((field) => one[field] === other[field]);

/** `isToCount`: it left or will; `mayBeThere`: it left, or a try at it may have. */
type Other = { props: FrozenMeeting; isToCount: boolean; mayBeThere: boolean };

/** What else was mailed to the same person about the same meeting. */
async function othersOf(tx: Tx, { id, to, participantId }: Queued, { uid }: FrozenMeeting): Promise<Other[]> {
  const rows = await tx
    .select()
    .from(mail)
    .where(and(eq(mail.to, to), eq(mail.template, "meeting"), eq(mail.participantId, participantId ?? id)));
  return rows.flatMap(({ id: other, props, state, attempts, firstAttemptAt }) => {
    const read = FrozenMeeting.safeParse(props);
    if (other === id || !read.success || read.data.uid !== uid) return [];
    const mayBeThere = state === "sent" || attempts > 0 || (state === "queued" && firstAttemptAt !== null);
    return [{ props: read.data, isToCount: state === "sent" || state === "queued", mayBeThere }];
  });
}

/** The entry that their calendar has, as far as mails that may be there have told it. */
function knownBefore({ sequence }: FrozenMeeting, others: Other[]): FrozenMeeting | null {
  const [last] = others
    .filter(({ props, mayBeThere }) => mayBeThere && props.sequence < sequence)
    .sort((one, other) => other.props.sequence - one.props.sequence);
  return last?.props.method === "request" ? last.props : null;
}
