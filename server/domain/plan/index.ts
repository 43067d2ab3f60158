export { createPlan } from "./create";
export { editPlan } from "./edit";
export { listPlans } from "./list";
export { planListItems } from "./list-items";
export { previewPlan } from "./preview";
export { readPlan } from "./read";
