"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import type { ChangeCase, CostLine, Problem } from "@/server/domain/change-case/schemas";
import { usePlan, usePlanId, useWithPendingActs } from "../../_components/use-plan";
import { usePlanMutation } from "../../_components/use-plan-mutation";

function useChangeCaseQuery() {
  return useTRPC().changeCase.read.queryOptions({ planId: usePlanId() });
}

/** The problem and what it costs, as they are to be drawn. */
export function useChangeCase(): ChangeCase {
  const options = useChangeCaseQuery();
  const { data } = useSuspenseQuery(options);
  return useWithPendingActs(options.queryKey, data);
}

export function useProblemActs() {
  const client = useTRPCClient();
  const { queryKey } = useChangeCaseQuery();
  const { me } = usePlan();
  const keep = (said: ChangeCase, problem: Problem) =>
    said.problem.version > problem.version ? said : { ...said, problem };
  const word = usePlanMutation({
    send: client.changeCase.wordProblem.mutate,
    queryKey,
    subjectOf: () => "problem",
    keep,
    tells: ["conflict"],
  });
  const agree = usePlanMutation({
    send: client.changeCase.agreeProblem.mutate,
    queryKey,
    subjectOf: () => "agreement",
    draw: (shown: ChangeCase, { level, comment = null, wording }) => {
      const mine = { participantId: me.participantId ?? "", level, comment, wording, at: new Date() };
      const others = shown.problem.agreements.filter(({ participantId }) => participantId !== me.participantId);
      return { ...shown, problem: { ...shown.problem, agreements: [...others, mine] } };
    },
    keep,
  });
  return { word, agree };
}

/** The sums come with the answer: a line's acts ask for the whole anew. */
export function useCostActs() {
  const client = useTRPCClient();
  const { queryKey } = useChangeCaseQuery();
  const { me } = usePlan();
  const redrawn = (shown: ChangeCase, id: string, change: (line: CostLine) => CostLine) => ({
    ...shown,
    costLines: shown.costLines.map((line) => (line.id === id ? change(line) : line)),
  });
  const add = usePlanMutation({
    send: client.changeCase.addCost.mutate,
    queryKey,
    subjectOf: () => "cost.new",
  });
  const edit = usePlanMutation({
    send: client.changeCase.editCost.mutate,
    queryKey,
    subjectOf: (input) => input.costLineId,
    draw: (shown: ChangeCase, { costLineId, set }) =>
      redrawn(shown, costLineId, (line) => ({ ...line, ...set, confirmedBy: null, confirmedAt: null })),
  });
  const remove = usePlanMutation({
    send: client.changeCase.removeCost.mutate,
    queryKey,
    subjectOf: (input) => input.costLineId,
    draw: (shown: ChangeCase, { costLineId }) => ({
      ...shown,
      costLines: shown.costLines.filter(({ id }) => id !== costLineId),
    }),
  });
  const confirm = usePlanMutation({
    send: client.changeCase.confirmCost.mutate,
    queryKey,
    subjectOf: (input) => input.costLineId,
    draw: (shown: ChangeCase, { costLineId }) =>
      redrawn(shown, costLineId, (line) => ({ ...line, confirmedBy: me.participantId, confirmedAt: new Date() })),
  });
  return { add, edit, remove, confirm };
}
