export { beatPresence } from "./beat";
export { whoIsHere } from "./here";
export { leavePresence } from "./leave";
