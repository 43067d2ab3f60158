export { editSelf } from "./edit";
export { readHome } from "./home";
export { listMailPreferences, setMailPreference } from "./mail-preferences";
export { readSelf } from "./me";
export { listSessions, revokeSession } from "./sessions";
