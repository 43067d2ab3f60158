import { and, eq, inArray, sql } from "drizzle-orm";
import { digestDue } from "@/db/schema";
import { become, now, setAside, type Tx, todayIn, withinPart } from "../../_kernel";
import { digestOf, isLeftAlone } from "./content";
import { type Headed, headedBy, type Reader, whereabouts, wishesOf } from "./heads";
import { digestHolds } from "./held";
import { loadDigest } from "./load";
import { headsOf } from "./moves";
import type { Week } from "./order";
import { queueDigest } from "./queue";
import { isDigestMorning, isToldInWeekOf, nextDigestAt } from "./when";

/** Any constant: keeps these locks apart from others'. */
const LOCK = 4_418;
/** So often may a plan that can't be told hold up its reader's others. */
const MOST_HELD_UP = 2;

const troubles = setAside("a plan could not be told in a digest");

type Row = typeof digestDue.$inferSelect;

/**
 * One mail of all the plans that somebody heads in a workspace. It and the next dates are written in one transaction, and its key names
 * the day: none is lost, none is made twice. @returns how many were looked at: none while another tick is at it.
 */
export async function lookAt(tx: Tx, reader: Reader): Promise<0 | 1> {
  const { workspaceId, personId } = reader;
  const at = now();
  const rows = await takeRows(tx, reader);
  if (!rows.some(({ dueAt }) => dueAt <= at)) return 0;
  await becomeOf(tx, workspaceId);
  const headed = await headedBy(tx, workspaceId, [personId]);
  const wishes = (await wishesOf(tx, workspaceId, [personId])).get(personId);
  await letGo(tx, reader, rows, headed);
  const where = wishes && whereabouts(headed, wishes);
  if (!wishes || !where) return 1;

  await tx
    .update(digestDue)
    .set({ dueAt: nextDigestAt(at, where) })
    .where(isOf(reader));
  const today = todayIn(where.zone, at);
  // A plan that comes too late for this week's mail is told in the next, from where it was told last.
  const told = rows.map(({ toldUntil }) => toldUntil);
  if (isToldInWeekOf(today, told, where.zone) || !isDigestMorning(at, where)) return 1;

  const isHeld = await digestHolds(tx, workspaceId, headed, [today]);
  const weeks: Week[] = [];
  const reasons: unknown[] = [];
  for (const plan of headed) {
    // One that is held back is told the week after, from where it was told last.
    if (isHeld(plan, today)) continue;
    const row = rows.find(({ planId }) => planId === plan.planId);
    const asked = { ...reader, ...plan, zone: where.zone, at, isWanted: wishes.wants(plan.planId) };
    const week = row && (await orLeftOut(tx, { ...asked, row }, reasons));
    if (week) weeks.push(week);
  }
  // All are tried before any holds up the others: several that can't be told cost no more of the morning than one.
  if (reasons.length > 0) throw reasons[0];
  await becomeOf(tx, workspaceId);
  const isOfOne = headed.filter(({ planId }) => wishes.wants(planId)).length === 1;
  await queueDigest(tx, weeks, { ...reader, ...wishes, ...where, today, isOfOne }, at);
  return 1;
}

const becomeOf = (tx: Tx, workspaceId: string, planId?: string) =>
  become(tx, { kind: "system", job: "digest.tick", workspaceId, planId });

const isOf = ({ workspaceId, personId }: Reader) =>
  and(eq(digestDue.workspaceId, workspaceId), eq(digestDue.personId, personId));

/** Whoever has the lock has all of the reader's plans: none of them goes out in a mail of its own. */
async function takeRows(tx: Tx, reader: Reader): Promise<Row[]> {
  const key = `${reader.workspaceId} ${reader.personId}`;
  const [lock] = await tx.execute<{ ours: boolean }>(
    sql`select pg_try_advisory_xact_lock(${LOCK}, hashtext(${key})) as ours`,
  );
  if (!lock?.ours) return [];
  return tx.select().from(digestDue).where(isOf(reader)).orderBy(digestDue.planId).for("update");
}

async function letGo(tx: Tx, reader: Reader, rows: Row[], headed: Headed[]): Promise<void> {
  const known = new Set(headed.map(({ planId }) => planId));
  const gone = rows.flatMap(({ planId }) => (known.has(planId) ? [] : [planId]));
  if (gone.length > 0) await tx.delete(digestDue).where(and(isOf(reader), inArray(digestDue.planId, gone)));
}

type Asked = Reader & Headed & { row: Row; zone: string; at: Date; isWanted: boolean };

/** A plan that can't be told, time and again, is left for the next week, so that the others are told. */
async function orLeftOut(tx: Tx, asked: Asked, reasons: unknown[]): Promise<Week | null> {
  const { workspaceId, planId, personId } = asked;
  const key = `${planId} ${personId}`;
  try {
    const week = await withinPart(tx, (part) => weekOf(part, asked));
    troubles.clear(key);
    return week;
  } catch (reason) {
    troubles.note(key, reason, { workspaceId, planId, personId });
    if (troubles.timesOf(key) <= MOST_HELD_UP) reasons.push(reason);
    return null;
  }
}

/** @returns null for a plan of which there is nothing to say. */
async function weekOf(tx: Tx, { row, isWanted, ...asked }: Asked): Promise<Week | null> {
  const { workspaceId, planId, personId, side, at, zone, participantId: readerId } = asked;
  await becomeOf(tx, workspaceId, planId);
  const heads = await headsOf(tx, planId, workspaceId, side);
  await tx
    .update(digestDue)
    .set({ toldUntil: at, toldShared: heads.shared, toldOwn: heads.own })
    .where(and(isOf({ workspaceId, personId }), eq(digestDue.planId, planId)));
  if (!isWanted) return null;
  const untold = { told: { shared: row.toldShared, own: row.toldOwn }, since: row.toldUntil, heads };
  const loaded = await loadDigest(tx, { workspaceId, planId, side, untold, at, zone, readerId });
  if (!loaded) return null;
  const digest = digestOf(loaded.rows);
  return digest || !isLeftAlone(loaded.rows) ? { ...asked, ...loaded, digest } : null;
}
