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
  });
}

export function askForUpkeep(): Promise<void> {
  return withinService((tx) => enqueue(tx, "upkeep", { key: "round:upkeep" }));
}
