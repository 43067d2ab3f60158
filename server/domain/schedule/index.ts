export { type Anchor, type DatedPlan, datePlan } from "./date-plan";
export { findCycle, inDependencyOrder, openPredecessors, type StepDependency, waitersOn } from "./dependencies";
