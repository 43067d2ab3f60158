import { useSyncExternalStore } from "react";

const kept = "throughline.keys";
const listeners = new Set<() => void>();

/** Single keys get in the way of some speech and switch software: they can be turned off, in this browser. */
export function areKeysOn(): boolean {
  try {
    return window.localStorage.getItem(kept) !== "off";
  } catch {
    return true;
  }
}

export function turnKeys(on: boolean) {
  try {
    if (on) window.localStorage.removeItem(kept);
    else window.localStorage.setItem(kept, "off");
  } catch {
    return;
  }
  for (const listener of listeners) listener();
}

export const useKeysOn = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    areKeysOn,
    () => true,
  );
