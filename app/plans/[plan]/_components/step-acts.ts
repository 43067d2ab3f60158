"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { toast } from "@/app/_components/ui/toast";
import { useTRPCClient } from "@/app/_trpc/client";
import type { PlanView } from "@/server/domain/plan/schemas";
import type { Step } from "@/server/domain/step/schemas";
import { draftStep, placed, sorted, withStep } from "./step-drawing";
import { usePlanMutation, withRow } from "./use-plan-mutation";

const keepStep = (said: PlanView, step: Step): PlanView => ({ ...said, steps: sorted(withRow(said.steps, step)) });
/** What a status of the step's replaces. */
export const standingOf = ({ status, statusReason }: Step) => ({ status, statusReason });
const subjectOf = ({ stepId }: { stepId: string }) => stepId;
const withoutStep = (said: PlanView, id: string): PlanView => ({
  ...said,
  steps: said.steps.filter((step) => step.id !== id),
});

/** How long a way back is offered. */
export const UNDO_MS = 8_000;

/** Everything that can be done to a step. Each shows at once and answers whether it went through. */
export function useStepActs() {
  const t = useTranslations("plan.steps");
  const common = useTranslations("common");
  const { step: send } = useTRPCClient();

  const add = usePlanMutation({
    send: send.add.mutate,
    subjectOf: ({ milestoneId }) => milestoneId,
    draw: (shown: PlanView, input) => ({ ...shown, steps: [...shown.steps, draftStep(shown, input)] }),
    keep: keepStep,
  });
  const edit = usePlanMutation({
    send: send.edit.mutate,
    subjectOf,
    draw: (shown: PlanView, { stepId, set }) => withStep(shown, stepId, () => set),
    keep: keepStep,
  });
  const complete = usePlanMutation({
    send: send.complete.mutate,
    subjectOf,
    draw: (shown: PlanView, { stepId }) =>
      withStep(shown, stepId, () => ({ status: "done", statusReason: null, doneAt: new Date() })),
    keep: keepStep,
  });
  const setStatus = usePlanMutation({
    send: send.setStatus.mutate,
    subjectOf,
    draw: (shown: PlanView, { stepId, status, reason = null }) =>
      withStep(shown, stepId, () => ({ status, statusReason: reason, doneAt: null })),
    keep: keepStep,
  });
  // Not drawn ahead: what was typed stays on the screen until it is kept.
  const answer = usePlanMutation({ send: send.answer.mutate, subjectOf, keep: keepStep });
  const decide = usePlanMutation({ send: send.decide.mutate, subjectOf, keep: keepStep });
  const move = usePlanMutation({
    send: send.move.mutate,
    subjectOf,
    draw: (shown: PlanView, input) => ({ ...shown, steps: placed(shown.steps, input) }),
    keep: keepStep,
  });
  const setZone = usePlanMutation({
    send: send.setZone.mutate,
    subjectOf,
    draw: (shown: PlanView, { stepId, zone }) => withStep(shown, stepId, () => ({ zone })),
    keep: keepStep,
  });
  const addDependency = usePlanMutation({
    send: send.addDependency.mutate,
    subjectOf,
    tells: ["cycle"],
    draw: (shown: PlanView, { stepId, predecessorId }) =>
      withStep(shown, stepId, ({ waitsFor }) => ({ waitsFor: [...waitsFor, predecessorId] })),
    keep: keepStep,
  });
  const removeDependency = usePlanMutation({
    send: send.removeDependency.mutate,
    subjectOf,
    draw: (shown: PlanView, { stepId, predecessorId }) =>
      withStep(shown, stepId, ({ waitsFor }) => ({ waitsFor: waitsFor.filter((id) => id !== predecessorId) })),
    keep: keepStep,
  });
  const snooze = usePlanMutation({
    send: send.snooze.mutate,
    subjectOf,
    draw: (shown: PlanView, { stepId, until }) => withStep(shown, stepId, () => ({ snoozedUntil: until })),
    keep: keepStep,
  });
  const setCadence = usePlanMutation({
    send: send.setCadence.mutate,
    subjectOf,
    draw: (shown: PlanView, { stepId, cadence }) => withStep(shown, stepId, () => ({ cadence })),
    keep: keepStep,
  });
  const restore = usePlanMutation({ send: send.restore.mutate, subjectOf, keep: keepStep });
  const take = usePlanMutation({
    send: send.remove.mutate,
    subjectOf,
    draw: (shown: PlanView, { stepId }) => withoutStep(shown, stepId),
    keep: (said, step) => withoutStep(said, step.id),
  });

  return useMemo(() => {
    /** Takes a step off and offers to put it back. */
    async function remove(step: Step) {
      const outcome = await take({ stepId: step.id });
      if (!outcome.ok) return;
      toast.say(t("removed", { title: step.title }), {
        duration: UNDO_MS,
        action: { label: common("undo"), onClick: () => void restore({ stepId: step.id }) },
      });
    }
    /** The next of the two states that a press on the mark goes between: done, and open again. */
    const toggleDone = (step: Step) =>
      step.status === "done" || step.status === "dropped"
        ? setStatus({ stepId: step.id, status: "todo", base: standingOf(step) })
        : complete({ stepId: step.id });
    return {
      ...{ add, edit, complete, setStatus, move, setZone, addDependency, removeDependency, remove, toggleDone },
      ...{ answer, decide, snooze, setCadence },
    };
  }, [
    t,
    common,
    add,
    edit,
    complete,
    answer,
    decide,
    setStatus,
    move,
    setZone,
    addDependency,
    removeDependency,
    snooze,
    setCadence,
    restore,
    take,
  ]);
}

export type StepActs = ReturnType<typeof useStepActs>;
