import { editSelf, listSessions, readHome, readSelf, revokeSession } from "@/server/domain/person";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const personRouter = router({
  me: query(readSelf),
  edit: mutation(editSelf),
  home: query(readHome),
  sessions: query(listSessions),
  revokeSession: mutation(revokeSession),
});
