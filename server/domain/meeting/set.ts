import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { meeting, meetingAttendee, participant, participation } from "@/db/schema";
import { mergeEdit, type PlanActor, refused, retellMeeting, type Tx, verb } from "../_kernel";
import { lockStep, mayOwn, type StepRow } from "../step";
import { meetingOf } from "./read";
import { Meeting, MeetingRef, SetMeeting } from "./schemas";

type Kept = typeof meeting.$inferSelect;
type Editable = "startsAt" | "minutes" | "place";

/**
 * Sets when and where a step of kind meeting takes place, and who is asked to it. Their calendars are told a little later, so that
 * a burst of changes is one mail.
 * @throws Refusal `conflict` when somebody else set another time, length or place meanwhile; `meeting_without_date`.
 */
export const setMeeting = verb({
  name: "meeting.set",
  scope: "plan",
  kind: "mutation",
  input: SetMeeting,
  output: Meeting.nullable(),
  may: "step.edit",
  async act({ tx, actor, input, now, record }) {
    const step = await lockStep(tx, input);
    if (step.kind !== "meeting" || !step.dueOn) throw refused("meeting_without_date");
    const known = await knownMeeting(tx, step);
    const isNew = !known || known.cancelledAt !== null;
    const row: Pick<Kept, Editable> = isNew
      ? { startsAt: "", minutes: 0, place: null }
      : { ...known, startsAt: known.startsAt.slice(0, 5) };
    if (isNew && (input.set.startsAt === undefined || input.set.minutes === undefined)) {
      throw refused("invalid", { fields: { startsAt: "required" } });
    }
    const changes = isNew ? input.set : mergeEdit<typeof row, Editable>(row, input.base, input.set);
    if (isNew || Object.keys(changes).length > 0) await save(tx, actor, step, { ...row, ...changes });

    const asked = await ask(tx, actor, step, input.ask);
    await letGo(tx, step, input.letGo, now);
    await retellMeeting(tx, step);
    await record("meeting.set", {
      zone: step.zone,
      subject: { type: "step", id: step.id },
      before: isNew ? null : { startsAt: row.startsAt, minutes: row.minutes, place: row.place },
      after: { title: step.title, dueOn: step.dueOn, startsAt: row.startsAt, ...changes, asked },
    });
    return meetingOf(tx, actor, step.id);
  },
});

/** Takes the time away again: who was asked is told that it is off. The step stays. */
export const cancelMeeting = verb({
  name: "meeting.cancel",
  scope: "plan",
  kind: "mutation",
  input: MeetingRef,
  output: Meeting.nullable(),
  may: "step.edit",
  async act({ tx, input, now, record }) {
    const step = await lockStep(tx, input);
    const [cancelled] = await tx
      .update(meeting)
      .set({ cancelledAt: now })
      .where(and(isMeetingOf(step), isNull(meeting.cancelledAt)))
      .returning();
    if (!cancelled) return null;
    await retellMeeting(tx, step);
    await record("meeting.cancelled", {
      zone: step.zone,
      subject: { type: "step", id: step.id },
      before: { startsAt: cancelled.startsAt.slice(0, 5), minutes: cancelled.minutes, place: cancelled.place },
      after: { title: step.title },
    });
    return null;
  },
});

const isMeetingOf = ({ workspaceId, id }: StepRow) => and(eq(meeting.workspaceId, workspaceId), eq(meeting.stepId, id));

async function knownMeeting(tx: Tx, step: StepRow): Promise<Kept | undefined> {
  const [known] = await tx.select().from(meeting).where(isMeetingOf(step));
  return known;
}

async function save(tx: Tx, actor: PlanActor, step: StepRow, { startsAt, minutes, place }: Pick<Kept, Editable>) {
  const { workspaceId, planId, zone, id: stepId } = step;
  const set = { startsAt, minutes, place, organiserId: actor.participantId, cancelledAt: null };
  await tx
    .insert(meeting)
    .values({ workspaceId, planId, zone, stepId, ...set })
    .onConflictDoUpdate({
      target: [meeting.workspaceId, meeting.stepId],
      set: { ...set, version: sql`${meeting.version} + 1` },
    });
}

/** Only who has joined, and may see the step, can be asked: nobody else's address has been confirmed. */
async function ask(tx: Tx, actor: PlanActor, step: StepRow, participantIds: string[]): Promise<string[]> {
  if (participantIds.length === 0) return [];
  for (const id of participantIds) await mayOwn(tx, actor, id, step.zone);
  const joined = await tx
    .select({ id: participant.id, name: participant.name })
    .from(participant)
    .innerJoin(
      participation,
      and(eq(participation.workspaceId, participant.workspaceId), eq(participation.participantId, participant.id)),
    )
    .where(and(eq(participant.workspaceId, actor.workspaceId), inArray(participant.id, participantIds)));
  if (joined.length < new Set(participantIds).size) throw refused("not_joined_yet");
  const { workspaceId, planId, zone, id: stepId } = step;
  await tx
    .insert(meetingAttendee)
    .values(joined.map(({ id }) => ({ workspaceId, planId, zone, stepId, participantId: id })))
    .onConflictDoUpdate({
      target: [meetingAttendee.workspaceId, meetingAttendee.stepId, meetingAttendee.participantId],
      set: { removedAt: null },
    });
  return joined.map(({ name }) => name ?? "");
}

async function letGo(tx: Tx, step: StepRow, participantIds: string[], now: Date): Promise<void> {
  if (participantIds.length === 0) return;
  await tx
    .update(meetingAttendee)
    .set({ removedAt: now })
    .where(
      and(
        eq(meetingAttendee.workspaceId, step.workspaceId),
        eq(meetingAttendee.stepId, step.id),
        inArray(meetingAttendee.participantId, participantIds),
        isNull(meetingAttendee.removedAt),
      ),
    );
}
