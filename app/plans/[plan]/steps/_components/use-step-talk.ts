"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { toast } from "@/app/_components/ui/toast";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import type { Comment } from "@/server/domain/comment/schemas";
import { UNDO_MS } from "../../_components/step-acts";
import { usePlan, usePlanId, useWithPendingActs } from "../../_components/use-plan";
import { usePlanMutation } from "../../_components/use-plan-mutation";

export function useStepAnswers(stepId: string) {
  return useQuery(useTRPC().step.answers.queryOptions({ planId: usePlanId(), stepId })).data ?? [];
}

/** What is written on a step, as soon as it is known. */
export function useStepWritings(stepId: string) {
  const api = useTRPC();
  const of = { planId: usePlanId(), stepId };
  const comments = useQuery(api.comment.list.queryOptions(of));
  const answers = useQuery(api.step.answers.queryOptions(of));
  const ids = comments.data &&
    answers.data && { comments: comments.data.map(({ id }) => id), answers: answers.data.map(({ id }) => id) };
  return {
    ids,
    isError: !ids && (comments.isError || answers.isError),
    retry: () => void Promise.all([comments.refetch(), answers.refetch()]),
  };
}

export function useRereadAnswers() {
  const api = useTRPC();
  const queries = useQueryClient();
  const planId = usePlanId();
  return useCallback(
    (stepId: string) =>
      void queries.invalidateQueries({ queryKey: api.step.answers.queryKey({ planId, stepId }), exact: true }),
    [api, queries, planId],
  );
}

/** What a person is called today; those who have gone keep the name that they wrote under. */
export function useWriterName() {
  const { participants } = usePlan();
  return ({ participantId, authorName }: { participantId: string | null; authorName: string }) =>
    participants.find(({ id }) => id === participantId)?.name ?? authorName;
}

export function useStepComments(stepId: string) {
  const t = useTranslations("steps.comments");
  const common = useTranslations("common");
  const client = useTRPCClient();
  const options = useTRPC().comment.list.queryOptions({ planId: usePlanId(), stepId });
  const { data, isError, refetch } = useQuery(options);
  const shown = useWithPendingActs<Comment[] | undefined>(options.queryKey, data);
  const { queryKey } = options;

  const add = usePlanMutation({
    send: client.comment.add.mutate,
    queryKey,
    subjectOf: () => `comments-${stepId}`,
    keep: (said: Comment[], written) => (said.some(({ id }) => id === written.id) ? said : [...said, written]),
  });
  const subjectOf = ({ commentId }: { commentId: string }) => commentId;
  const take = usePlanMutation({
    send: client.comment.remove.mutate,
    queryKey,
    subjectOf,
    draw: (said: Comment[], { commentId }) => said.filter(({ id }) => id !== commentId),
  });
  const restore = usePlanMutation({ send: client.comment.restore.mutate, queryKey, subjectOf });

  async function remove(commentId: string) {
    const outcome = await take({ commentId });
    if (!outcome.ok) return;
    toast.say(t("removed"), {
      duration: UNDO_MS,
      action: { label: common("undo"), onClick: () => void restore({ commentId }) },
    });
  }
  return { comments: shown, isError, refetch, add, remove };
}
