export { addCostLine } from "./add-cost";
export { agreeProblem } from "./agree-problem";
export { confirmCostLine } from "./confirm-cost";
export { editCostLine } from "./edit-cost";
export { readChangeCase } from "./read";
export { removeCostLine } from "./remove-cost";
export { wordProblem } from "./word-problem";
