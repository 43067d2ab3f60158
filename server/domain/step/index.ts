export { addStep } from "./add";
export { completeStep } from "./complete";
export { addDependency, removeDependency } from "./dependency";
export { editStep } from "./edit";
export { moveStep } from "./move";
export { removeStep, restoreStep } from "./remove";
export { setStepStatus } from "./set-status";
export { setStepZone } from "./set-zone";
