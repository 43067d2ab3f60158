"use client";

import { type RefObject, useEffect, useRef } from "react";
import { flushSync } from "react-dom";
import type { PlanView } from "@/server/domain/plan/schemas";
import type { Step } from "@/server/domain/step/schemas";
import type { StepActs } from "../../_components/step-acts";
import { areKeysOn } from "./keys-choice";
import { neighbourPlace } from "./neighbour-place";

type StepKeys = {
  list: RefObject<HTMLElement | null>;
  view: PlanView;
  openId: string | null;
  /** Null for those who may only look. */
  acts: StepActs | null;
  onOpen: (stepId: string | null) => void;
  onRename: (stepId: string) => void;
  onAdd: () => void;
  onHelp: () => void;
};

/**
 * Single keys on the row that has the focus, or on the open step. They rest while somebody types or a menu, a dialog or a
 * popover is open, and can be turned off.
 */
export function useStepKeys(keys: StepKeys) {
  const current = useRef(keys);
  current.current = keys;

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || isBusy(event.target)) return;
      const { list, onHelp, onOpen, openId } = current.current;
      if (event.key === "Escape") {
        if (openId === null) return;
        event.preventDefault();
        onOpen(null);
        return focusRow(list.current, openId);
      }
      if (!areKeysOn() && !event.altKey) return;
      if (event.key === "?") {
        event.preventDefault();
        return onHelp();
      }
      if (actOn(event, current.current)) event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

/** Whether the key meant something here. */
function actOn(event: KeyboardEvent, { list, view, openId, acts, onOpen, onRename, onAdd }: StepKeys): boolean {
  const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-step]") ?? [])];
  const focused = document.activeElement?.closest<HTMLElement>("[data-step]")?.dataset.step;
  const id = focused ?? openId;
  const step = view.steps.find((row) => row.id === id);

  if (event.altKey) {
    if (!acts || !step || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return false;
    moveBy(step, event.key === "ArrowUp" ? -1 : 1, view, acts, list.current);
    return true;
  }
  if (event.key === "j" || event.key === "k") {
    const at = rows.findIndex((row) => row.dataset.step === id);
    const next = rows[at === -1 ? 0 : Math.min(Math.max(at + (event.key === "j" ? 1 : -1), 0), rows.length - 1)];
    const nextId = next?.dataset.step;
    if (!nextId) return false;
    focusRow(list.current, nextId);
    if (openId !== null) onOpen(nextId);
    return true;
  }
  if (!acts) return false;
  if (event.key === "n") {
    flushSync(onAdd);
    return true;
  }
  if (!step) return false;
  const row = rows.find(({ dataset }) => dataset.step === step.id);
  switch (event.key) {
    case "x":
      void acts.toggleDone(step);
      return true;
    case "e":
      flushSync(() => onRename(step.id));
      return true;
    case "a":
      row?.querySelector<HTMLElement>("[data-cell=owner]")?.click();
      return true;
    case "d":
      row?.querySelector<HTMLElement>("[data-cell=date]")?.click();
      return true;
    default:
      return false;
  }
}

function moveBy(step: Step, by: 1 | -1, view: PlanView, acts: StepActs, list: HTMLElement | null) {
  const place = neighbourPlace(step, by, view);
  if (!place) return;
  void acts.move({ stepId: step.id, ...place });
  requestAnimationFrame(() => focusRow(list, step.id));
}

function focusRow(list: HTMLElement | null, stepId: string) {
  const link = list?.querySelector<HTMLElement>(`[data-step="${CSS.escape(stepId)}"] [data-step-link]`);
  link?.focus();
  link?.scrollIntoView({ block: "nearest" });
}

function isBusy(target: EventTarget | null): boolean {
  const typing = target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable=true]");
  return Boolean(typing) || document.querySelector(":popover-open") !== null || isModalOpen(target);
}

/** The open step may itself be in a modal sheet; other dialogs keep their keys to themselves. */
function isModalOpen(target: EventTarget | null): boolean {
  const modal = document.querySelector("dialog[open]");
  return (
    modal !== null && !(target instanceof Node && modal.contains(target) && modal.querySelector("[data-step-open]"))
  );
}
