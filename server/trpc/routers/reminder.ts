import { readCadences, readStepReminders, setCadence } from "@/server/domain/reminder";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const reminderRouter = router({
  cadences: query(readCadences),
  setCadence: mutation(setCadence),
  ofStep: query(readStepReminders),
});
