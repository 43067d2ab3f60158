import {
  addCostLine,
  agreeProblem,
  confirmCostLine,
  editCostLine,
  readChangeCase,
  removeCostLine,
  wordProblem,
} from "@/server/domain/change-case";
import { router } from "../init";
import { mutation, query } from "../procedures";

export const changeCaseRouter = router({
  read: query(readChangeCase),
  wordProblem: mutation(wordProblem),
  agreeProblem: mutation(agreeProblem),
  addCost: mutation(addCostLine),
  editCost: mutation(editCostLine),
  removeCost: mutation(removeCostLine),
  confirmCost: mutation(confirmCostLine),
});
