"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { refusalOf } from "@/app/_trpc/refusal";
import type { HomeStep } from "@/server/domain/person/schemas";
import type { RefusalShape } from "@/server/trpc/init";

type Resolution = { anyway?: boolean; base?: Record<string, unknown> };
type Refused = { refusal: RefusalShape; again: (resolution?: Resolution) => void };

/** How a step stands that was finished here. */
const done: Record<string, unknown> = { status: "done", statusReason: null };

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
      refuse(step, reason, (resolution) => void finish(step, resolution?.anyway));
    }
    await reread();
  }

  async function reopen(step: HomeStep, base = done) {
    settle(step.id);
    const status = step.status === "doing" ? "doing" : "todo";
    try {
      const { planId, id: stepId } = step;
      await setStatus.mutateAsync({ planId, stepId, status, base, mutationId: crypto.randomUUID() });
      await reread();
      setFinished((was) => without(was, step.id));
    } catch (reason) {
      refuse(step, reason, (resolution) => void reopen(step, { ...base, ...resolution?.base }));
    }
  }

  /** What somebody else made of it meanwhile stands. */
  async function takeTheirs(step: HomeStep) {
    settle(step.id);
    await reread();
    setFinished((was) => without(was, step.id));
  }

  const refuse = (step: HomeStep, reason: unknown, again: Refused["again"]) =>
    setRefusals((was) => new Map(was).set(step.id, { refusal: refusalOf(reason), again }));

  return { finished, refusals, finish, reopen, takeTheirs, settle };
}

export type Finishing = ReturnType<typeof useFinishing>;

function without<Value>(entries: ReadonlyMap<string, Value>, id: string): ReadonlyMap<string, Value> {
  if (!entries.has(id)) return entries;
  const rest = new Map(entries);
  rest.delete(id);
  return rest;
}
