"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import type { Decision, Option } from "@/server/domain/decision/schemas";
import { usePlan, usePlanId, useWithPendingActs } from "../../_components/use-plan";
import { usePlanMutation, withRow } from "../../_components/use-plan-mutation";

function useDecisionQuery() {
  return useTRPC().decision.read.queryOptions({ planId: usePlanId() });
}

/** Criteria, options and ratings as they are to be drawn. */
export function useDecision(): Decision {
  const options = useDecisionQuery();
  const { data } = useSuspenseQuery(options);
  return useWithPendingActs(options.queryKey, data);
}

/** "Do nothing" has no name of its own: it is said in the reader's language. */
export function useOptionName(): (option: Option) => string {
  const t = useTranslations("decision");
  return useCallback((option) => (option.kind === "do_nothing" ? t("doNothing") : option.title), [t]);
}

export function useCriterionActs() {
  const client = useTRPCClient();
  const { queryKey } = useDecisionQuery();
  const keep = (said: Decision, criterion: Decision["criteria"][number]) => ({
    ...said,
    criteria: withRow(said.criteria, criterion),
  });
  const add = usePlanMutation({
    send: client.decision.addCriterion.mutate,
    queryKey,
    subjectOf: () => "criterion.new",
    keep,
  });
  const edit = usePlanMutation({
    send: client.decision.editCriterion.mutate,
    queryKey,
    subjectOf: (input) => input.criterionId,
    draw: (shown: Decision, input) => ({
      ...shown,
      criteria: shown.criteria.map((row) => (row.id === input.criterionId ? { ...row, ...input.set } : row)),
    }),
  });
  const remove = usePlanMutation({
    send: client.decision.removeCriterion.mutate,
    queryKey,
    subjectOf: (input) => input.criterionId,
    draw: (shown: Decision, input) => ({
      ...shown,
      criteria: shown.criteria.filter(({ id }) => id !== input.criterionId),
    }),
  });
  return { add, edit, remove };
}

export function useOptionActs() {
  const client = useTRPCClient();
  const { queryKey } = useDecisionQuery();
  const add = usePlanMutation({
    send: client.decision.addOption.mutate,
    queryKey,
    subjectOf: () => "option.new",
  });
  const edit = usePlanMutation({
    send: client.decision.editOption.mutate,
    queryKey,
    subjectOf: (input) => input.optionId,
    draw: (shown: Decision, input) => ({
      ...shown,
      options: shown.options.map((row) => (row.id === input.optionId ? { ...row, ...input.set } : row)),
    }),
  });
  const remove = usePlanMutation({
    send: client.decision.removeOption.mutate,
    queryKey,
    subjectOf: (input) => input.optionId,
    draw: (shown: Decision, input) => ({ ...shown, options: shown.options.filter(({ id }) => id !== input.optionId) }),
  });
  return { add, edit, remove };
}

export function useScoreActs() {
  const client = useTRPCClient();
  const { queryKey } = useDecisionQuery();
  const { me } = usePlan();
  const keep = (_: Decision, answer: Decision) => answer;
  const rate = usePlanMutation({
    send: client.decision.rate.mutate,
    queryKey,
    subjectOf: (input) => input.criterionId,
    draw: (shown: Decision, { criterionId, optionId, value }) => {
      const isThis = (score: Decision["scores"][number]) =>
        score.participantId === me.participantId && score.criterionId === criterionId && score.optionId === optionId;
      const others = shown.scores.filter((score) => !isThis(score));
      const mine = { participantId: me.participantId ?? "", criterionId, optionId, value: value ?? 0 };
      return { ...shown, scores: value === null ? others : [...others, mine] };
    },
    keep,
  });
  const submit = usePlanMutation({
    send: client.decision.submitScores.mutate,
    queryKey,
    subjectOf: () => "scores",
    keep,
  });
  const reopen = usePlanMutation({
    send: client.decision.reopenScores.mutate,
    queryKey,
    subjectOf: () => "scores",
    keep,
  });
  return { rate, submit, reopen };
}
