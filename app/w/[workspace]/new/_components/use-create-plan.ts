"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { planPath } from "@/app/_components/shell/paths";
import { toast } from "@/app/_components/ui/toast";
import { useTRPC } from "@/app/_trpc/client";
import type { Draft } from "./draft";

/** Makes the plan and goes there; its overview says what comes next. */
export function useCreatePlan(workspaceId: string) {
  const t = useTranslations("newPlan.made");
  const api = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const sent = useRef({ words: "", mutationId: "" });
  const create = useMutation(
    api.plan.create.mutationOptions({
      onSuccess: ({ id }) => {
        for (const queryKey of [
          api.plan.list.queryKey({ workspaceId }),
          api.person.me.queryKey({}),
          api.person.home.queryKey({}),
        ]) {
          void queries.invalidateQueries({ queryKey, refetchType: "none" });
        }
        router.push(planPath(id));
        toast.say(t("title"));
      },
    }),
  );

  /** Pressed again after no answer came, the same plan is not made twice. */
  const make = (plan: Draft & { currency: string }) => {
    const words = JSON.stringify(plan);
    if (sent.current.words !== words) sent.current = { words, mutationId: crypto.randomUUID() };
    create.mutate({ ...plan, workspaceId, mutationId: sent.current.mutationId });
  };
  return { ...create, make };
}
