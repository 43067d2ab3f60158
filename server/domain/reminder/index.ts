export { readCadences, setCadence } from "./cadences";
export { holdReminder, releaseReminder } from "./hold";
export { readStepReminders } from "./of-step";
export { previewReminders } from "./preview";
export { noteUnsaid, type QueuedReminder, recheckReminders, type Verdict } from "./recheck";
export { setEscalation } from "./set-escalation";
export { tickReminders } from "./tick";
export { letGoReminders, resetReminders, snoozeReminders, touchPerson, touchReminders } from "./touch";
export { touchConcerned } from "./touch-concerned";
