import { tickReminders } from "../domain/reminder";
import { job, nothing } from "./job";

export const tickRemindersJob = job({
  id: "reminder.tick",
  payload: nothing,
  handle: (_, { signal }) => tickReminders(signal),
});
