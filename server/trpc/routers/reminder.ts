import {
  holdReminder,
  previewReminders,
  readCadences,
  readStepReminders,
  releaseReminder,
  setCadence,
  setEscalation,
} from "@/server/domain/reminder";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const reminderRouter = router({
  cadences: query(readCadences),
  setCadence: mutation(setCadence),
  ofStep: query(readStepReminders),
  preview: query(previewReminders),
  hold: mutation(holdReminder),
  release: mutation(releaseReminder),
  setEscalation: mutation(setEscalation),
});
