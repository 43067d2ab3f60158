"use client";

import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Step } from "@/server/domain/step/schemas";
import type { StepActs } from "../../_components/step-acts";
import type { Place } from "./neighbour-place";

/** Where the dragged step would land: at an edge of a row, or at the head of a milestone. */
export type Landing = { id: string; edge: "top" | "bottom" };
export type RowDrag = {
  draggedId: string | null;
  landing: Landing | null;
  begin: (stepId: string) => (event: PointerEvent<HTMLElement>) => void;
};

const edgePx = 72;
const scrollPx = 14;

/** Dragging a row by its grip, with mouse, pen or finger. Everything it does, Alt with the arrow keys does as well. */
export function useRowDrag(
  list: RefObject<HTMLElement | null>,
  steps: readonly Step[],
  move: StepActs["move"],
): RowDrag {
  const [draggedId, setDragged] = useState<string | null>(null);
  const [landing, setLanding] = useState<Landing | null>(null);
  const current = useRef({ steps, move });
  current.current = { steps, move };

  useEffect(() => {
    if (draggedId === null) return;
    let place: Landing | null = null;
    const follow = (event: globalThis.PointerEvent) => {
      event.preventDefault();
      place = landingAt(event, list.current, draggedId);
      setLanding(place);
      if (event.clientY < edgePx) window.scrollBy(0, -scrollPx);
      if (event.clientY > window.innerHeight - edgePx) window.scrollBy(0, scrollPx);
    };
    const end = (isDropped: boolean) => {
      setDragged(null);
      setLanding(null);
      const to = isDropped && place ? placeOf(place, current.current.steps, draggedId) : null;
      if (to) void current.current.move({ stepId: draggedId, ...to });
    };
    const drop = () => end(true);
    const cancel = () => end(false);
    const giveUp = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    };
    window.addEventListener("pointermove", follow);
    window.addEventListener("pointerup", drop);
    window.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", giveUp, { capture: true });
    return () => {
      window.removeEventListener("pointermove", follow);
      window.removeEventListener("pointerup", drop);
      window.removeEventListener("pointercancel", cancel);
      window.removeEventListener("keydown", giveUp, { capture: true });
    };
  }, [draggedId, list]);

  const begin = useCallback(
    (stepId: string) => (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.preventDefault();
      setDragged(stepId);
    },
    [],
  );
  return { draggedId, landing, begin };
}

function landingAt(event: globalThis.PointerEvent, list: HTMLElement | null, draggedId: string): Landing | null {
  const under = document
    .elementFromPoint(event.clientX, event.clientY)
    ?.closest<HTMLElement>("[data-step], [data-milestone]");
  if (!under || !list?.contains(under)) return null;
  const id = under.dataset.step ?? under.dataset.milestone ?? "";
  if (id === draggedId) return null;
  if (under.dataset.milestone) return { id, edge: "bottom" };
  const box = under.getBoundingClientRect();
  return { id, edge: event.clientY < box.top + box.height / 2 ? "top" : "bottom" };
}

function placeOf({ id, edge }: Landing, steps: readonly Step[], draggedId: string): Place | null {
  const rest = steps.filter((step) => step.id !== draggedId);
  const target = rest.find((step) => step.id === id);
  if (!target)
    return { milestoneId: id, afterId: null, beforeId: rest.find((step) => step.milestoneId === id)?.id ?? null };
  const siblings = rest.filter((step) => step.milestoneId === target.milestoneId);
  const at = siblings.indexOf(target) + (edge === "bottom" ? 1 : 0);
  return {
    milestoneId: target.milestoneId,
    afterId: siblings[at - 1]?.id ?? null,
    beforeId: siblings[at]?.id ?? null,
  };
}
