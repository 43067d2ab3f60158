import { and, asc, eq, gt, inArray, isNull, notInArray } from "drizzle-orm";
import { event, participant, participation, person, plan, planStream, step, stepDependency } from "@/db/schema";
import type { Zone } from "@/db/vocabulary";
import type { Tx } from "../../_kernel";
import { morningZone } from "../../calendar";
import type { Facts, Happening, Waiting } from "./who";

export type Stream = { workspaceId: string; planId: string; zone: Zone };

const MOST_AT_ONCE = 200;

/** What has happened on a stream since people were last told of it, in its order. */
export async function untoldOf(tx: Tx, { workspaceId, planId, zone }: Stream) {
  const isThis = and(eq(planStream.workspaceId, workspaceId), eq(planStream.planId, planId), eq(planStream.zone, zone));
  const [stream] = await tx.select({ told: planStream.toldSeq }).from(planStream).where(isThis);
  if (!stream) return [];
  const rows = await tx
    .select()
    .from(event)
    .where(
      and(
        eq(event.workspaceId, workspaceId),
        eq(event.planId, planId),
        eq(event.zone, zone),
        gt(event.seq, stream.told),
      ),
    )
    .orderBy(asc(event.seq))
    .limit(MOST_AT_ONCE);
  return rows as (Happening & { seq: number })[];
}

/** What decides who is told of these events: a fixed number of queries, however many they are. */
export async function factsOf(tx: Tx, { workspaceId, planId }: Stream, events: Happening[]): Promise<Facts> {
  const subjects = (kinds: RegExp) => [
    ...new Set(events.filter(({ kind }) => kinds.test(kind)).map(({ subjectId }) => subjectId)),
  ];
  const stepIds = subjects(/^step\./);
  const [seats, steps, waiting, invited, commented] = await Promise.all([
    seatsOf(tx, workspaceId, planId),
    stepIds.length > 0
      ? tx
          .select({ id: step.id, ownerId: step.ownerId })
          .from(step)
          .where(and(eq(step.workspaceId, workspaceId), inArray(step.id, stepIds)))
      : [],
    stepIds.length > 0 ? waitingFor(tx, workspaceId, planId, stepIds) : [],
    actorsOf(tx, workspaceId, planId, subjects(/^(participant\.(joined|bounced)|invitation\.unanswered)$/), [
      "participant.invited",
      "participant.invitation_resent",
    ]),
    actorsOf(tx, workspaceId, planId, subjects(/^step\.commented$/), ["step.commented"]),
  ]);
  const commenters = new Map<string, string[]>();
  for (const { subjectId, actorId } of commented) {
    if (actorId) commenters.set(subjectId, [...(commenters.get(subjectId) ?? []), actorId]);
  }
  return {
    seats,
    owners: new Map(steps.map(({ id, ownerId }) => [id, ownerId])),
    waiting,
    inviters: new Map(invited.flatMap(({ subjectId, actorId }) => (actorId ? [[subjectId, actorId] as const] : []))),
    commenters,
  };
}

const seatsOf = (tx: Tx, workspaceId: string, planId: string) =>
  tx
    .select({
      personId: participation.personId,
      participantId: participation.participantId,
      side: participation.side,
      role: participation.role,
      joinedAt: participant.joinedAt,
    })
    .from(participation)
    .innerJoin(
      participant,
      and(eq(participant.workspaceId, participation.workspaceId), eq(participant.id, participation.participantId)),
    )
    .where(and(eq(participation.workspaceId, workspaceId), eq(participation.planId, planId)))
    .orderBy(asc(participation.personId));

async function waitingFor(tx: Tx, workspaceId: string, planId: string, stepIds: string[]): Promise<Waiting[]> {
  const rows = await tx
    .select({
      stepId: step.id,
      predecessorId: stepDependency.predecessorId,
      ownerId: step.ownerId,
      stepZone: step.zone,
      tieZone: stepDependency.zone,
    })
    .from(stepDependency)
    .innerJoin(step, and(eq(step.workspaceId, stepDependency.workspaceId), eq(step.id, stepDependency.stepId)))
    .where(
      and(
        eq(stepDependency.workspaceId, workspaceId),
        eq(stepDependency.planId, planId),
        inArray(stepDependency.predecessorId, stepIds),
        isNull(step.removedAt),
        notInArray(step.status, ["done", "dropped"]),
      ),
    )
    .orderBy(asc(step.dueOn), asc(step.id));
  return rows.map(({ stepZone, tieZone, ...row }) => ({ ...row, zone: stepZone === "shared" ? tieZone : stepZone }));
}

/** Who did this to each of these, the earliest first. */
async function actorsOf(tx: Tx, workspaceId: string, planId: string, subjectIds: string[], kinds: string[]) {
  if (subjectIds.length === 0) return [];
  return tx
    .select({ subjectId: event.subjectId, actorId: event.actorParticipantId })
    .from(event)
    .where(
      and(
        eq(event.workspaceId, workspaceId),
        eq(event.planId, planId),
        inArray(event.subjectId, subjectIds),
        inArray(event.kind, kinds),
      ),
    )
    .orderBy(asc(event.at), asc(event.seq));
}

/** Where and when these people live, and the plan's own. */
export async function whereaboutsOf(tx: Tx, { workspaceId, planId }: Stream, personIds: string[]) {
  const [[about], people] = await Promise.all([
    tx
      .select({ timeZone: plan.timeZone, country: plan.country, removedAt: plan.removedAt })
      .from(plan)
      .where(and(eq(plan.workspaceId, workspaceId), eq(plan.id, planId))),
    tx
      .select({ id: person.id, timeZone: person.timeZone, email: person.email })
      .from(person)
      .where(inArray(person.id, personIds)),
  ]);
  if (!about) return null;
  const zones = new Map(people.map(({ id, timeZone, email }) => [id, morningZone(timeZone, email, about)]));
  return { ...about, zones };
}
