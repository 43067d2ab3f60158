export { applyTemplate, type PlanSkeleton, summaryOf } from "./apply";
export { listTemplates } from "./list";
export { starterOf, starters } from "./starters";
export type { RoleOwner, Template } from "./types";
