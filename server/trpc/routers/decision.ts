import {
  addCriterion,
  addOption,
  editCriterion,
  editOption,
  moveCriterion,
  rateOption,
  readDecision,
  removeCriterion,
  removeOption,
  reopenScores,
  submitScores,
} from "@/server/domain/decision";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const decisionRouter = router({
  read: query(readDecision),
  addCriterion: mutation(addCriterion),
  editCriterion: mutation(editCriterion),
  moveCriterion: mutation(moveCriterion),
  removeCriterion: mutation(removeCriterion),
  addOption: mutation(addOption),
  editOption: mutation(editOption),
  removeOption: mutation(removeOption),
  rate: mutation(rateOption),
  submitScores: mutation(submitScores),
  reopenScores: mutation(reopenScores),
});
