import { Temporal } from "temporal-polyfill";
import type { Side } from "@/db/vocabulary";
import { type WorkingCalendar, workingDaysBetween } from "../calendar";
import type { StepCounts } from "./step-counts";

export type HealthState = "on_track" | "at_risk" | "stalled";

/** `days` are working days. */
export type HealthReason =
  | { code: "step_stalled"; params: { count: number } }
  | { code: "no_activity"; params: { days: number } }
  | { code: "decision_date_passed"; params: { count: number } }
  | { code: "overdue_buyer"; params: { count: number; days: number } }
  | { code: "overdue_supplier"; params: { count: number; days: number } }
  | { code: "no_champion"; params: Record<string, never> }
  | { code: "problem_unwritten"; params: Record<string, never> }
  | { code: "problem_not_agreed"; params: Record<string, never> };

export type PlanHealth = { state: HealthState; reasons: HealthReason[] };

/** Dates are `YYYY-MM-DD`. */
export type HealthFacts = {
  today: string;
  startsOn: string;
  decidesOn: string;
  calendar: WorkingCalendar;
  steps: StepCounts;
  hasChampionJoined: boolean;
  problem: "unwritten" | "worded" | "agreed";
  lastActivityOn: string | null;
};

/** Working days. The first two count from the start: nobody has everything in place on the first day. */
const championJoinsWithin = 5;
const problemAgreedWithin = 10;
const quietFor = 10;

/**
 * How a plan does, with the rules that fired, the gravest first. Only shared steps count, whoever asks: both sides see the same
 * health, and it tells neither of what the other keeps to itself. A plan whose steps are all over is on track.
 */
export function planHealth(facts: HealthFacts): PlanHealth {
  const { steps } = facts;
  if (steps.all > 0 && steps.open === 0) return { state: "on_track", reasons: [] };

  const stalled = [...stalledSteps(facts), ...(steps.open > 0 ? quiet(facts) : [])];
  const atRisk = [
    ...decisionPassed(facts),
    ...overdueOf("buyer", facts),
    ...overdueOf("seller", facts),
    ...missing(facts),
  ];
  return {
    state: stalled.length > 0 ? "stalled" : atRisk.length > 0 ? "at_risk" : "on_track",
    reasons: [...stalled, ...atRisk],
  };
}

function stalledSteps({ steps }: HealthFacts): HealthReason[] {
  return steps.stalled > 0 ? [{ code: "step_stalled", params: { count: steps.stalled } }] : [];
}

function quiet(facts: HealthFacts): HealthReason[] {
  const { lastActivityOn, startsOn } = facts;
  const days = workedSince(lastActivityOn && lastActivityOn > startsOn ? lastActivityOn : startsOn, facts);
  return days >= quietFor ? [{ code: "no_activity", params: { days } }] : [];
}

function decisionPassed({ steps, today, decidesOn }: HealthFacts): HealthReason[] {
  return steps.open > 0 && decidesOn < today ? [{ code: "decision_date_passed", params: { count: steps.open } }] : [];
}

function overdueOf(side: Side, facts: HealthFacts): HealthReason[] {
  const { count, since } = facts.steps.overdue[side];
  if (since === null) return [];
  const params = { count, days: workedSince(since, facts) };
  return [side === "buyer" ? { code: "overdue_buyer", params } : { code: "overdue_supplier", params }];
}

function missing(facts: HealthFacts): HealthReason[] {
  const days = workedSince(facts.startsOn, facts);
  const reasons: HealthReason[] = [];
  if (!facts.hasChampionJoined && days >= championJoinsWithin) reasons.push({ code: "no_champion", params: {} });
  if (facts.problem !== "agreed" && days >= problemAgreedWithin) {
    reasons.push({ code: facts.problem === "unwritten" ? "problem_unwritten" : "problem_not_agreed", params: {} });
  }
  return reasons;
}

function workedSince(day: string, { today, calendar }: HealthFacts): number {
  return workingDaysBetween(Temporal.PlainDate.from(day), Temporal.PlainDate.from(today), calendar);
}
