import { withinService } from "../domain/_kernel";
import { enqueue } from "../domain/_kernel/queue";

/**
 * Asks for what is to be looked at again and again. The keys make two schedulers one: a job that waits is not asked for twice.
 * Mail is due by itself when its transaction ends; this finds what a killed worker left behind.
 */
export function askForRounds(): Promise<void> {
  return withinService(async (tx) => {
    await enqueue(tx, "reminder.tick", { key: "round:reminder.tick" });
    await enqueue(tx, "mail.deliver", { key: "round:mail.deliver" });
    await enqueue(tx, "notification.tell", { key: "round:notification.tell" });
    await enqueue(tx, "invitation.chase", { key: "round:invitation.chase" });
    await enqueue(tx, "notification.mail", { key: "round:notification.mail" });
    await enqueue(tx, "digest.tick", { key: "round:digest.tick" });
  });
}

export function askForUpkeep(): Promise<void> {
  return withinService((tx) => enqueue(tx, "upkeep", { key: "round:upkeep" }));
}

/** Something happened on a plan. What a wake-up that got lost would have asked for, the next round does. */
export function askToTell(): Promise<void> {
  return withinService((tx) => enqueue(tx, "notification.tell", { key: "woken:notification.tell" }));
}
