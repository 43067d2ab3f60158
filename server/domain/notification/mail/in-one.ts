import type { NotificationKind } from "@/db/vocabulary";
import type { Telling } from "../wording";

/** Of these a later one says where the thing is now, and the one before where it was: together they are one move. */
const moves: readonly NotificationKind[] = ["moved", "awaited_moved", "decision_date"];

type Row = Telling & { zone: string };

/**
 * Moves of one thing that somebody made one after the other, told as the one that they come to; nothing where it is back where it was.
 * @param rows oldest first. What is told in one goes by the newest of them.
 */
export function inOne<R extends Row>(rows: R[]): R[] {
  const told: R[] = [];
  for (const row of rows) {
    const at = moves.includes(row.kind) ? told.findLastIndex((before) => isSameThing(before, row)) : -1;
    const before = told[at];
    if (!before || !goesOn(before, row)) {
      told.push(row);
      continue;
    }
    told.splice(at, 1);
    if (!isBack(before, row)) told.push({ ...row, event: { ...row.event, before: before.event.before } });
  }
  return told;
}

const isSameThing = (one: Row, other: Row) =>
  one.kind === other.kind &&
  one.planId === other.planId &&
  one.stepId === other.stepId &&
  one.zone === other.zone &&
  one.event.subjectId === other.event.subjectId;

/** Else somebody moved it in between: its reader, who is told of no act of their own, or one of whom was read already. */
const goesOn = ({ event: one }: Row, { event: other }: Row) =>
  one.actorName === other.actorName && dayIn(one.after) === dayIn(other.before);
const isBack = (first: Row, last: Row) => dayIn(first.event.before) === dayIn(last.event.after);
const dayIn = (of: Record<string, unknown> | null) => of?.dueOn ?? of?.decidesOn ?? null;
