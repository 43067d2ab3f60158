"use client";

import { hashKey, type QueryKey, useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "next/navigation";
import { createContext, use, useMemo } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { mayOnPlan, type Permission } from "@/server/domain/_kernel/permissions";
import type { PlanView } from "@/server/domain/plan/schemas";
import { usePendingActs } from "./pending-acts";

/** The plan that the address names. */
export function usePlanId(): string {
  return useParams<{ plan: string }>().plan;
}

const Shown = createContext<PlanView | null>(null);

/** Hands the plan, read once, to everything under it. */
export const ShownPlan = Shown.Provider;

/** The plan as it is to be drawn: what the server said, with what was done here and is not confirmed yet on top. */
export function usePlan(): PlanView {
  const view = use(Shown);
  if (!view) throw new Error("usePlan needs a ShownPlan above it");
  return view;
}

/** Asks for it: once, in the plan's frame. */
export function useReadPlan(): PlanView {
  const options = useTRPC().plan.read.queryOptions({ planId: usePlanId() });
  const { data } = useSuspenseQuery(options);
  return useWithPendingActs(options.queryKey, data);
}

/** The same for another query of the plan: draws its pending acts over what the server said. */
export function useWithPendingActs<Shown>(queryKey: QueryKey, said: Shown): Shown {
  const acts = usePendingActs();
  const hash = hashKey(queryKey);
  return useMemo(
    () => acts.reduce((shown, act) => (act.queryHash === hash ? (act.draw(shown) as Shown) : shown), said),
    [acts, hash, said],
  );
}

export function useMay(permission: Permission): boolean {
  return mayOnPlan(usePlan().me, permission);
}
