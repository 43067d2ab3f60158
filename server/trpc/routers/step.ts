import {
  addDependency,
  addStep,
  completeStep,
  editStep,
  moveStep,
  removeDependency,
  removeStep,
  restoreStep,
  setStepStatus,
  setStepZone,
} from "@/server/domain/step";
import { router } from "../init";
import { mutation } from "../procedures";

export const stepRouter = router({
  add: mutation(addStep),
  edit: mutation(editStep),
  complete: mutation(completeStep),
  setStatus: mutation(setStepStatus),
  move: mutation(moveStep),
  setZone: mutation(setStepZone),
  remove: mutation(removeStep),
  restore: mutation(restoreStep),
  addDependency: mutation(addDependency),
  removeDependency: mutation(removeDependency),
});
