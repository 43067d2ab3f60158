export { editSelf } from "./edit";
export { readHome } from "./home";
export { readSelf } from "./me";
export { listSessions, revokeSession } from "./sessions";
