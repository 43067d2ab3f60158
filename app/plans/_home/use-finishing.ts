"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { refusalOf } from "@/app/_trpc/refusal";
import type { HomeStep } from "@/server/domain/person/schemas";
import type { RefusalShape } from "@/server/trpc/init";

type Refused = { refusal: RefusalShape; again: (anyway?: boolean) => void };

/** Finishing steps of any plan. What is done stays where it stood, so that nothing jumps and it can be opened again. */
export function useFinishing() {
  const api = useTRPC();
  const queries = useQueryClient();
  const complete = useMutation(api.step.complete.mutationOptions());
  const setStatus = useMutation(api.step.setStatus.mutationOptions());
  const [finished, setFinished] = useState<ReadonlyMap<string, HomeStep>>(new Map());
  const [refusals, setRefusals] = useState<ReadonlyMap<string, Refused>>(new Map());

  const settle = (id: string) => setRefusals((was) => without(was, id));
  const reread = () => queries.invalidateQueries({ queryKey: api.person.home.queryKey() });

  async function finish(step: HomeStep, anyway = false) {
    settle(step.id);
    setFinished((was) => new Map(was).set(step.id, step));
    try {
      await complete.mutateAsync({ planId: step.planId, stepId: step.id, anyway, mutationId: crypto.randomUUID() });
    } catch (reason) {
      setFinished((was) => without(was, step.id));
      refuse(step, reason, (isAnyway) => void finish(step, isAnyway));
    }
    await reread();
  }

  async function reopen(step: HomeStep) {
    settle(step.id);
    const status = step.status === "doing" ? "doing" : "todo";
    try {
      await setStatus.mutateAsync({ planId: step.planId, stepId: step.id, status, mutationId: crypto.randomUUID() });
      await reread();
      setFinished((was) => without(was, step.id));
    } catch (reason) {
      refuse(step, reason, () => void reopen(step));
    }
  }

  const refuse = (step: HomeStep, reason: unknown, again: Refused["again"]) =>
    setRefusals((was) => new Map(was).set(step.id, { refusal: refusalOf(reason), again }));

  return { finished, refusals, finish, reopen, settle };
}

export type Finishing = ReturnType<typeof useFinishing>;

function without<Value>(entries: ReadonlyMap<string, Value>, id: string): ReadonlyMap<string, Value> {
  if (!entries.has(id)) return entries;
  const rest = new Map(entries);
  rest.delete(id);
  return rest;
}
