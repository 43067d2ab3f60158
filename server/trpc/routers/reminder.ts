import { holdMail, previewMails, releaseMail, setEscalation } from "@/server/domain/foreseen";
import { readCadences, readStepReminders, setCadence } from "@/server/domain/reminder";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const reminderRouter = router({
  cadences: query(readCadences),
  setCadence: mutation(setCadence),
  ofStep: query(readStepReminders),
  preview: query(previewMails),
  hold: mutation(holdMail),
  release: mutation(releaseMail),
  setEscalation: mutation(setEscalation),
});
