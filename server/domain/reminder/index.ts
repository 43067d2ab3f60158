export { readCadences, setCadence } from "./cadences";
export { readStepReminders } from "./of-step";
export { type QueuedReminder, recheckReminders, type Verdict } from "./recheck";
export { tickReminders } from "./tick";
export { letGoReminders, resetReminders, snoozeReminders, touchPerson, touchReminders } from "./touch";
export { touchConcerned } from "./touch-concerned";
