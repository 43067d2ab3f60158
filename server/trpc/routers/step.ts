import {
  addDependency,
  addStep,
  answerStep,
  completeStep,
  decideStep,
  editStep,
  listAnswers,
  moveStep,
  passOnStep,
  removeDependency,
  removeStep,
  restoreStep,
  setStepCadence,
  setStepStatus,
  setStepZone,
  snoozeStep,
} from "@/server/domain/step";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const stepRouter = router({
  add: mutation(addStep),
  edit: mutation(editStep),
  complete: mutation(completeStep),
  answer: mutation(answerStep),
  decide: mutation(decideStep),
  answers: query(listAnswers),
  passOn: mutation(passOnStep),
  setStatus: mutation(setStepStatus),
  move: mutation(moveStep),
  setZone: mutation(setStepZone),
  snooze: mutation(snoozeStep),
  setCadence: mutation(setStepCadence),
  remove: mutation(removeStep),
  restore: mutation(restoreStep),
  addDependency: mutation(addDependency),
  removeDependency: mutation(removeDependency),
});
