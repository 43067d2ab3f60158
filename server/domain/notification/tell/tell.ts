import { and, eq, lt, sql } from "drizzle-orm";
import { notification, planStream } from "@/db/schema";
import { become, isNoneOf, newId, now, setAside, type Tx, withinService } from "../../_kernel";
import { wakePerson } from "../../_kernel/bus";
import { choicesOf } from "../choices";
import { findDigestsAnew, scheduleDigests } from "../digest/schedule";
import { mailDueAt } from "../mail-due";
import { isMuted, paceOf, topicOf } from "../topics";
import { gatherBursts } from "./bursts";
import { factsOf, type Stream, untoldOf, whereaboutsOf } from "./facts";
import { type Happening, type Notice, noticesOf } from "./who";

/** Any constant: keeps these locks apart from others'. */
const LOCK = 7_741;
const STREAMS_AT_ONCE = 200;

const troubles = setAside("telling people of a plan failed");

/**
 * Tells people what happened, from where each plan's stream was told up to. The rows and the cursor are written in one
 * transaction: whoever dies in the middle has told nothing, and the next goes on from there. Any number may be at it at once;
 * each stream is told by one of them.
 */
export async function tellPeople(signal?: AbortSignal): Promise<void> {
  for (;;) {
    let taken = 0;
    for (const stream of await untoldStreams()) {
      if (signal?.aborted) return;
      try {
        taken += await tellStream(stream);
        troubles.clear(keyOf(stream));
      } catch (reason) {
        troubles.note(keyOf(stream), reason, stream);
      }
    }
    if (taken === 0) return;
  }
}

const keyOf = ({ planId, zone }: Stream) => `${planId} ${zone}`;

function untoldStreams(): Promise<Stream[]> {
  return withinService(async (tx) => {
    await tx.execute(sql`select set_config('app.side', 'system', true)`);
    return tx
      .select({ workspaceId: planStream.workspaceId, planId: planStream.planId, zone: planStream.zone })
      .from(planStream)
      .where(
        and(
          sql`head_seq > told_seq`,
          isNoneOf(sql`concat_ws(' ', ${planStream.planId}, ${planStream.zone})`, troubles.keys()),
        ),
      )
      .limit(STREAMS_AT_ONCE);
  });
}

/** @returns how many events were taken. */
async function tellStream(stream: Stream): Promise<number> {
  const { events, told } = await withinService((tx) => tellWithin(tx, stream));
  for (const personId of told) wakePerson(personId);
  return events;
}

async function tellWithin(tx: Tx, stream: Stream): Promise<{ events: number; told: Set<string> }> {
  const { workspaceId, planId, zone } = stream;
  await become(tx, { kind: "system", job: "notification.tell", workspaceId, planId });
  const [lock] = await tx.execute<{ ours: boolean }>(
    sql`select pg_try_advisory_xact_lock(${LOCK}, hashtext(${keyOf(stream)})) as ours`,
  );
  const events = lock?.ours ? await untoldOf(tx, stream) : [];
  const last = events.at(-1);
  if (!last) return { events: 0, told: new Set() };

  const facts = await factsOf(tx, stream, events);
  const notices = events.flatMap((event) => noticesOf(event, facts).map((notice) => ({ event, notice })));
  const told = await remember(tx, stream, notices);
  await scheduleDigests(tx, stream);
  if (events.some(isOfCountry)) await findDigestsAnew(tx, stream);
  // Last of all: verbs wait for this row when they record what they did.
  await tx
    .update(planStream)
    .set({ toldSeq: last.seq })
    .where(
      and(
        eq(planStream.workspaceId, workspaceId),
        eq(planStream.planId, planId),
        eq(planStream.zone, zone),
        lt(planStream.toldSeq, last.seq),
      ),
    );
  return { events: events.length, told };
}

const isOfCountry = ({ kind, after }: Happening) => kind === "plan.edited" && after?.country !== undefined;

type Told = { event: Happening; notice: Notice };

async function remember(tx: Tx, stream: Stream, notices: Told[]): Promise<Set<string>> {
  const personIds = [...new Set(notices.map(({ notice }) => notice.personId))];
  const where = personIds.length > 0 ? await whereaboutsOf(tx, stream, personIds) : null;
  if (!where || where.removedAt) return new Set();
  const chosen = await choicesOf(tx, personIds);
  const at = now();
  const made = await tx
    .insert(notification)
    .values(
      notices.map(({ event, notice }) => {
        const choices = chosen.get(notice.personId) ?? [];
        const pace = paceOf(choices, stream.planId, topicOf[notice.kind]);
        const zone = where.zones.get(notice.personId) ?? where.timeZone;
        return {
          ...notice,
          workspaceId: stream.workspaceId,
          planId: stream.planId,
          id: newId(),
          eventId: event.id,
          subjectId: event.subjectId,
          pace,
          createdAt: event.at,
          readAt: isMuted(choices, stream.planId) ? at : null,
          mailDueAt: mailDueAt(pace, event.at, { zone, country: where.country }, at),
        };
      }),
    )
    .onConflictDoNothing()
    .returning({ personId: notification.personId, pace: notification.pace, mailDueAt: notification.mailDueAt });
  const hurried = made.filter(({ pace, mailDueAt }) => pace === "at_once" && mailDueAt !== null);
  await gatherBursts(tx, stream.workspaceId, [...new Set(hurried.map(({ personId }) => personId))]);
  return new Set(made.map(({ personId }) => personId));
}
