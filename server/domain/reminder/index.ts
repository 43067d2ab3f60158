export { resetReminders, touchReminders } from "./touch";
