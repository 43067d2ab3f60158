export { createPlan } from "./create";
export { allowDomain, withdrawDomain } from "./domains";
export { editPlan } from "./edit";
export { listPlans } from "./list";
export { planListItems } from "./list-items";
export { previewPlan } from "./preview";
export { readPlan } from "./read";
