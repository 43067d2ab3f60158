import { and, eq, isNotNull, isNull, ne, or } from "drizzle-orm";
import { meeting, meetingAttendee, milestone, participant, participation, plan, step, workspace } from "@/db/schema";
import { env } from "@/server/env";
import type { Tx } from "../_kernel";
import { spanOf } from "../meeting";
import type { FeedEntry } from "./schemas";

type Of = { personId: string; planId: string | null };

/** In a transaction as the person: three questions, however many plans there are. */
export async function entriesOf(tx: Tx, of: Of): Promise<FeedEntry[]> {
  const [steps, asked, milestones] = await Promise.all([
    stepsOf(tx, of),
    askedTo(tx, of.personId),
    of.planId ? milestonesOf(tx, { ...of, planId: of.planId }) : [],
  ]);
  const mine = new Set(asked.map(({ stepId }) => stepId));
  const shown = of.planId ? steps : steps.filter(({ id, isOwn }) => isOwn || mine.has(id));
  return [...milestones, ...shown.map(stepEntry)];
}

type StepOfFeed = Awaited<ReturnType<typeof stepsOf>>[number];

function stepEntry(row: StepOfFeed): FeedEntry {
  const { id, version, planId, timeZone, startsAt, minutes, place, sequence, day, ...about } = row;
  const isMeeting = row.kind === "meeting" && startsAt !== null && minutes !== null;
  const span = isMeeting ? spanOf({ dueOn: day, startsAt, minutes, timeZone }) : null;
  return {
    ...about,
    uid: `${id}@throughline`,
    kind: span ? "meeting" : "step",
    day,
    startsAt: span?.start ?? null,
    endsAt: span?.end ?? null,
    place: span ? place : null,
    // Both only ever grow, so their sum grows with each change.
    sequence: version + Math.max(sequence ?? 0, 0),
    url: `${env.APP_URL}/plans/${planId}/steps?step=${id}`,
  };
}

async function stepsOf(tx: Tx, { personId, planId }: Of) {
  const rows = await tx
    .select({
      id: step.id,
      version: step.version,
      planId: step.planId,
      title: step.title,
      kind: step.kind,
      status: step.status,
      day: step.dueOn,
      ownerId: step.ownerId,
      ownerName: participant.name,
      mineId: participation.participantId,
      planTitle: plan.title,
      timeZone: plan.timeZone,
      supplierName: workspace.name,
      startsAt: meeting.startsAt,
      minutes: meeting.minutes,
      place: meeting.place,
      sequence: meeting.sequence,
    })
    .from(participation)
    .innerJoin(plan, and(eq(plan.workspaceId, participation.workspaceId), eq(plan.id, participation.planId)))
    .innerJoin(workspace, eq(workspace.id, plan.workspaceId))
    .innerJoin(step, and(eq(step.workspaceId, plan.workspaceId), eq(step.planId, plan.id)))
    .leftJoin(
      participant,
      and(
        eq(participant.workspaceId, step.workspaceId),
        eq(participant.id, step.ownerId),
        isNull(participant.removedAt),
      ),
    )
    .leftJoin(
      meeting,
      and(eq(meeting.workspaceId, step.workspaceId), eq(meeting.stepId, step.id), isNull(meeting.cancelledAt)),
    )
    .where(
      and(
        eq(participation.personId, personId),
        isNull(plan.removedAt),
        isNull(step.removedAt),
        isNotNull(step.dueOn),
        ne(step.status, "dropped"),
        planId
          ? eq(participation.planId, planId)
          : or(eq(step.ownerId, participation.participantId), eq(step.kind, "meeting")),
      ),
    )
    .orderBy(step.dueOn, step.id);
  return rows.map(({ ownerId, mineId, day, ...row }) => ({ ...row, day: day ?? "", isOwn: ownerId === mineId }));
}

const askedTo = (tx: Tx, personId: string) =>
  tx
    .select({ stepId: meetingAttendee.stepId })
    .from(participation)
    .innerJoin(
      meetingAttendee,
      and(
        eq(meetingAttendee.workspaceId, participation.workspaceId),
        eq(meetingAttendee.participantId, participation.participantId),
        isNull(meetingAttendee.removedAt),
      ),
    )
    .where(eq(participation.personId, personId));

async function milestonesOf(tx: Tx, { personId, planId }: { personId: string; planId: string }): Promise<FeedEntry[]> {
  const rows = await tx
    .select({ milestone, planTitle: plan.title, supplierName: workspace.name })
    .from(participation)
    .innerJoin(plan, and(eq(plan.workspaceId, participation.workspaceId), eq(plan.id, participation.planId)))
    .innerJoin(workspace, eq(workspace.id, plan.workspaceId))
    .innerJoin(milestone, and(eq(milestone.workspaceId, plan.workspaceId), eq(milestone.planId, plan.id)))
    .where(
      and(
        eq(participation.personId, personId),
        eq(participation.planId, planId),
        isNull(plan.removedAt),
        isNull(milestone.removedAt),
        isNotNull(milestone.dueOn),
      ),
    )
    .orderBy(milestone.dueOn, milestone.id);
  return rows.map(({ milestone: { id, title, dueOn, version }, planTitle, supplierName }) => ({
    uid: `${id}@throughline`,
    kind: "milestone",
    title,
    planTitle,
    supplierName,
    status: null,
    ownerName: null,
    isOwn: false,
    day: dueOn ?? "",
    startsAt: null,
    endsAt: null,
    place: null,
    sequence: version,
    url: `${env.APP_URL}/plans/${planId}/steps`,
  }));
}
