export { type HealthFacts, type HealthReason, type PlanHealth, planHealth } from "./plan-health";
