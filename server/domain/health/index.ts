export { type HealthFacts, type HealthReason, type PlanHealth, planHealth } from "./plan-health";
export { type CountedStep, countSteps, noSteps, type StepCounts } from "./step-counts";
