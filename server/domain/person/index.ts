export { editSelf } from "./edit";
export { readHome } from "./home";
export { listMailPreferences, setMailPreference, switchMails } from "./mail-preferences";
export { readSelf } from "./me";
export { listSessions, revokeSession } from "./sessions";
