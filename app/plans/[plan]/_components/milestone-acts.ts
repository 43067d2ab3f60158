"use client";

import { useMemo } from "react";
import { useTRPCClient } from "@/app/_trpc/client";
import type { Milestone } from "@/server/domain/milestone/schemas";
import type { PlanView } from "@/server/domain/plan/schemas";
import { usePlanMutation, withRow } from "./use-plan-mutation";

const inOrder = (milestones: Milestone[]) =>
  milestones.sort((left, right) => (left.position < right.position ? -1 : Number(left.position > right.position)));
const keepMilestone = (said: PlanView, milestone: Milestone): PlanView => ({
  ...said,
  milestones: inOrder(withRow(said.milestones, milestone)),
});
const subjectOf = ({ milestoneId }: { milestoneId: string }) => milestoneId;

/** Everything that can be done to a milestone. */
export function useMilestoneActs() {
  const { milestone: send } = useTRPCClient();
  const add = usePlanMutation({ send: send.add.mutate, subjectOf: () => "new-milestone", keep: keepMilestone });
  const edit = usePlanMutation({
    send: send.edit.mutate,
    subjectOf,
    draw: (shown: PlanView, { milestoneId, set }) => ({
      ...shown,
      milestones: shown.milestones.map((row) => (row.id === milestoneId ? { ...row, ...set } : row)),
    }),
    keep: keepMilestone,
  });
  const move = usePlanMutation({
    send: send.move.mutate,
    subjectOf,
    draw: (shown: PlanView, input) => ({ ...shown, milestones: placedAmong(shown.milestones, input) }),
    keep: keepMilestone,
  });
  const remove = usePlanMutation({
    send: send.remove.mutate,
    subjectOf,
    draw: (shown: PlanView, { milestoneId }) => withoutMilestone(shown, milestoneId),
    keep: (said, { id }) => withoutMilestone(said, id),
  });
  return useMemo(() => ({ add, edit, move, remove }), [add, edit, move, remove]);
}

export type MilestoneActs = ReturnType<typeof useMilestoneActs>;

function withoutMilestone(view: PlanView, milestoneId: string): PlanView {
  return {
    ...view,
    milestones: view.milestones.filter(({ id }) => id !== milestoneId),
    steps: view.steps.filter((step) => step.milestoneId !== milestoneId),
  };
}

type Place = { milestoneId: string; afterId?: string | null; beforeId?: string | null };

function placedAmong(milestones: readonly Milestone[], { milestoneId, afterId, beforeId }: Place): Milestone[] {
  const moved = milestones.find(({ id }) => id === milestoneId);
  const rest = milestones.filter(({ id }) => id !== milestoneId);
  if (!moved) return rest;
  const after = rest.findIndex(({ id }) => id === afterId);
  const before = rest.findIndex(({ id }) => id === beforeId);
  const at = after !== -1 ? after + 1 : before !== -1 ? before : rest.length;
  return [...rest.slice(0, at), moved, ...rest.slice(at)];
}
