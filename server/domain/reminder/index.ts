export { type QueuedReminder, recheckReminders, type Verdict } from "./recheck";
export { tickReminders } from "./tick";
export { resetReminders, touchPerson, touchReminders } from "./touch";
export { touchConcerned } from "./touch-concerned";
