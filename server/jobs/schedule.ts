import { atOnce, withinService } from "../domain/_kernel";
import { enqueue, type JobName } from "../domain/_kernel/queue";

/** Looked at again and again. Mail is due by itself when its transaction ends; this finds what a killed worker left behind. */
const rounds: readonly JobName[] = [
  "reminder.tick",
  "mail.deliver",
  "notification.tell",
  "invitation.chase",
  "notification.mail",
  "digest.tick",
];

/**
 * The keys make two schedulers one: a job that waits is not asked for twice. Each is asked for by itself, since whoever takes jobs locks
 * them in an order of their own.
 */
export async function askForRounds(): Promise<void> {
  for (const name of rounds) await atOnce((db) => enqueue(db, name, { key: `round:${name}` }));
}

export function askForUpkeep(): Promise<void> {
  return withinService((tx) => enqueue(tx, "upkeep", { key: "round:upkeep" }));
}

/** Something happened on a plan. What a wake-up that got lost would have asked for, the next round does. */
export function askToTell(): Promise<void> {
  return withinService((tx) => enqueue(tx, "notification.tell", { key: "woken:notification.tell" }));
}
