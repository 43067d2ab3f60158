export { beatPresence } from "./beat";
export { leavePresence } from "./leave";
