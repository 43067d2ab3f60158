import type { StepStatus } from "@/db/vocabulary";
import { groupBy } from "../_kernel/group";

/** `stepId` waits for `predecessorId`. */
export type StepDependency = { stepId: string; predecessorId: string };

type StatusOf = (stepId: string) => StepStatus | undefined;

/**
 * The cycle that one more dependency would close, by the shortest way.
 * @returns step ids from `edge.stepId` to itself again, each waiting for the one after it; null when there is no cycle.
 */
export function findCycle(edges: readonly StepDependency[], edge: StepDependency): string[] | null {
  if (edge.stepId === edge.predecessorId) return [edge.stepId, edge.stepId];

  const predecessors = groupBy(edges, (edge) => edge.stepId);
  const cameFrom = new Map<string, string>([[edge.predecessorId, edge.stepId]]);
  const queue = [edge.predecessorId];
  for (const id of queue) {
    for (const { predecessorId: next } of predecessors.get(id) ?? []) {
      if (next === edge.stepId) return [...wayTo(id, edge.stepId, cameFrom), edge.stepId];
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      queue.push(next);
    }
  }
  return null;
}

/**
 * Step ids so that each comes after all that it waits for, otherwise in the order given.
 * Edges to steps that are not among them are left out of account.
 * @returns null when the edges form a cycle.
 */
export function inDependencyOrder(stepIds: readonly string[], edges: readonly StepDependency[]): string[] | null {
  const given = new Set(stepIds);
  const within = edges.filter((edge) => given.has(edge.stepId) && given.has(edge.predecessorId));
  const waiting = new Map(stepIds.map((id) => [id, 0]));
  for (const { stepId } of within) waiting.set(stepId, (waiting.get(stepId) ?? 0) + 1);

  const successors = groupBy(within, (edge) => edge.predecessorId);
  const ordered = stepIds.filter((id) => waiting.get(id) === 0);
  for (const id of ordered) {
    for (const { stepId: next } of successors.get(id) ?? []) {
      const left = (waiting.get(next) ?? 0) - 1;
      waiting.set(next, left);
      if (left === 0) ordered.push(next);
    }
  }
  return ordered.length === given.size ? ordered : null;
}

/**
 * The steps that a step directly waits for and that are not over. It can be acted on when there are none.
 * A predecessor without a status (removed, or out of sight) holds nothing up.
 */
export function openPredecessors(stepId: string, edges: readonly StepDependency[], statusOf: StatusOf): string[] {
  return edges
    .filter((edge) => edge.stepId === stepId && isOpen(statusOf(edge.predecessorId)))
    .map((edge) => edge.predecessorId);
}

/** The open steps that wait for a step, directly or through other open steps; nearest first. */
export function waitersOn(stepId: string, edges: readonly StepDependency[], statusOf: StatusOf): string[] {
  const successors = groupBy(edges, (edge) => edge.predecessorId);
  const reached = new Set([stepId]);
  for (const id of reached) {
    for (const { stepId: next } of successors.get(id) ?? []) if (isOpen(statusOf(next))) reached.add(next);
  }
  reached.delete(stepId);
  return [...reached];
}

function isOpen(status: StepStatus | undefined): boolean {
  return status === "todo" || status === "doing" || status === "blocked";
}

function wayTo(last: string, first: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const way = [last];
  for (let id = last; id !== first; ) {
    id = cameFrom.get(id) ?? first;
    way.unshift(id);
  }
  return way;
}
