"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { type Side, type StepStatus, sides, stepStatuses } from "@/db/vocabulary";
import type { Participant } from "@/server/domain/participant/schemas";
import type { Step } from "@/server/domain/step/schemas";
import { isOpen } from "../../_components/step-order";

export type Shown = "all" | "open" | StepStatus;

/** What the address says to show: any of it can be mailed as a link, and Back works. */
export type StepView = { step: string | null; show: Shown; owner: string | null; side: Side | null };

export const noFilter = { show: "all", owner: null, side: null } as const satisfies Partial<StepView>;

export function useStepView() {
  const search = useSearchParams();
  const view = useMemo<StepView>(() => readView(search), [search]);

  /** Opening and closing a step is a place to come back to; a filter, or going from step to step, replaces the last one. */
  const change = useCallback((changes: Partial<StepView>) => {
    const before = new URLSearchParams(window.location.search);
    const after = new URLSearchParams(before);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || (name === "show" && value === "all")) after.delete(name);
      else after.set(name, value);
    }
    const asked = after.toString();
    if (asked === before.toString()) return;
    const address = `${window.location.pathname}${asked ? `?${asked}` : ""}`;
    if (before.has("step") !== after.has("step")) window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  }, []);

  return { view, change };
}

function readView(search: URLSearchParams): StepView {
  const shown = ["all", "open", ...stepStatuses] as const;
  return {
    step: search.get("step"),
    show: shown.find((value) => value === search.get("show")) ?? "all",
    owner: search.get("owner"),
    side: sides.find((side) => side === search.get("side")) ?? null,
  };
}

export const isFiltered = ({ show, owner, side }: StepView): boolean =>
  show !== "all" || owner !== null || side !== null;

/** Whether a step is to be shown. A step without an owner belongs to neither side. */
export function fits(step: Step, { show, owner, side }: StepView, owners: ReadonlyMap<string, Participant>): boolean {
  if (show === "open" && !isOpen(step)) return false;
  if (show !== "open" && show !== "all" && step.status !== show) return false;
  if (owner === "none" ? step.ownerId !== null : owner !== null && step.ownerId !== owner) return false;
  return side === null || owners.get(step.ownerId ?? "")?.side === side;
}
