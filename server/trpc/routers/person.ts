import {
  editSelf,
  listMailPreferences,
  listSessions,
  readHome,
  readSelf,
  revokeSession,
  setMailPreference,
} from "@/server/domain/person";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const personRouter = router({
  me: query(readSelf),
  edit: mutation(editSelf),
  home: query(readHome),
  mailPreferences: query(listMailPreferences),
  setMailPreference: mutation(setMailPreference),
  sessions: query(listSessions),
  revokeSession: mutation(revokeSession),
});
