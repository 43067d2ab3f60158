import { and, eq, inArray, isNull } from "drizzle-orm";
import { event, type mail, mailPreference, notification, participation, person, plan } from "@/db/schema";
import type { Side } from "@/db/vocabulary";
import { become, groupBy, type Tx } from "../../_kernel";
import { morningOfLate } from "../../calendar";
import { choicesOf } from "../choices";
import { paceOf, topicOf } from "../topics";
import { quoteFor, type Written, wordsOf } from "./comment-words";
import { FrozenNotices } from "./props";
import { isStillSeen, stepsToldOf } from "./still-seen";

export type QueuedNotices = Pick<
  typeof mail.$inferSelect,
  "id" | "workspaceId" | "personId" | "to" | "props" | "createdAt"
>;
/** `waitsUntil` is the morning of a reader who would get it at night. */
export type Verdict = { skip: string } | { props: FrozenNotices; waitsUntil: Date | null };

/**
 * Looks again before mails of notifications leave: what was read meanwhile, muted, or is no longer theirs to see is taken out, and a
 * mail with nothing left is not sent.
 */
export async function recheckNotices(tx: Tx, mails: QueuedNotices[], at: Date): Promise<Map<string, Verdict>> {
  const verdicts = new Map<string, Verdict>();
  for (const [workspaceId, ofTenant] of groupBy(mails, ({ workspaceId }) => workspaceId ?? "")) {
    const kept = workspaceId ? await stillTold(tx, workspaceId, ofTenant) : null;
    for (const queued of ofTenant) verdicts.set(queued.id, judge(queued, kept, at));
  }
  return verdicts;
}

type Kept = {
  addresses: Map<string, string>;
  /** The notices that are told still, with their readers' sides. */
  sides: ReadonlyMap<string, Side>;
  unwanted: Set<string>;
  written: Written;
};

function judge(queued: QueuedNotices, kept: Kept | null, at: Date): Verdict {
  const frozen = FrozenNotices.safeParse(queued.props);
  if (!frozen.success || !kept) return { skip: "its props are not those of notifications" };
  const address = kept.addresses.get(queued.personId ?? "");
  if (!address) return { skip: "the person is gone" };
  if (address !== queued.to) return { skip: "the person's address has changed" };
  if (kept.unwanted.has(queued.personId ?? "")) return { skip: "the person wants no such mails" };
  const plans = frozen.data.plans
    .map((of) => ({
      ...of,
      notices: of.notices.flatMap((notice) => {
        const side = kept.sides.get(notice.id);
        if (!side) return [];
        return [{ ...notice, told: { ...notice.told, quote: quoteFor(side, notice.commentId, kept.written) } }];
      }),
    }))
    .filter(({ notices }) => notices.length > 0);
  if (plans.length === 0) return { skip: "all of it was read meanwhile, or is no longer theirs to be told" };
  const { zone, country = "" } = frozen.data;
  const waitsUntil = zone === undefined ? null : morningOfLate(queued.createdAt, { zone, country }, at);
  return { props: { ...frozen.data, plans }, waitsUntil };
}

async function stillTold(tx: Tx, workspaceId: string, mails: QueuedNotices[]): Promise<Kept> {
  await become(tx, { kind: "system", job: "notification.recheck", workspaceId });
  const notices = mails.flatMap(({ props }) => {
    const frozen = FrozenNotices.safeParse(props);
    return frozen.success ? frozen.data.plans.flatMap((of) => of.notices) : [];
  });
  const ids = notices.map(({ id }) => id);
  const personIds = [...new Set(mails.flatMap(({ personId }) => personId ?? []))];
  const [people, rows, preferences, chosen] = await Promise.all([
    tx.select({ id: person.id, email: person.email }).from(person).where(inArray(person.id, personIds)),
    tx
      .select({
        id: notification.id,
        planId: notification.planId,
        personId: notification.personId,
        kind: notification.kind,
        zone: notification.zone,
        subjectId: notification.subjectId,
        stepId: notification.stepId,
        eventKind: event.kind,
        side: participation.side,
      })
      .from(notification)
      .innerJoin(event, and(eq(event.workspaceId, notification.workspaceId), eq(event.id, notification.eventId)))
      .innerJoin(
        participation,
        and(
          eq(participation.workspaceId, notification.workspaceId),
          eq(participation.planId, notification.planId),
          eq(participation.personId, notification.personId),
        ),
      )
      .innerJoin(
        plan,
        and(eq(plan.workspaceId, notification.workspaceId), eq(plan.id, notification.planId), isNull(plan.removedAt)),
      )
      .where(
        and(eq(notification.workspaceId, workspaceId), inArray(notification.id, ids), isNull(notification.readAt)),
      ),
    tx
      .select({ personId: mailPreference.personId })
      .from(mailPreference)
      .where(
        and(
          eq(mailPreference.workspaceId, workspaceId),
          inArray(mailPreference.personId, personIds),
          eq(mailPreference.notifications, false),
        ),
      ),
    choicesOf(tx, personIds),
  ]);
  const steps = await stepsToldOf(tx, workspaceId, rows);
  const told = rows.filter(
    (row) =>
      isStillSeen(row.side, row, steps) &&
      paceOf(chosen.get(row.personId) ?? [], row.planId, topicOf[row.kind]) !== "off",
  );
  return {
    addresses: new Map(people.map(({ id, email }) => [id, email])),
    sides: new Map(told.map(({ id, side }) => [id, side])),
    unwanted: new Set(preferences.map(({ personId }) => personId)),
    written: await wordsOf(
      tx,
      workspaceId,
      notices.map(({ commentId }) => commentId),
    ),
  };
}
