import { createContext, use, useSyncExternalStore } from "react";
import { keepSame } from "./share";

export type Change = { name: string; at: number };
/** What the stream tells beside the plan itself. `here` is null until it has said so. */
export type Live = { changes: ReadonlyMap<string, Change>; here: readonly string[] | null; isGone: boolean };
export type LiveStore = ReturnType<typeof makeLiveStore>;

const nothing: Live = { changes: new Map(), here: null, isGone: false };

/** Outside of React's state, so that news of one row draws that row and not the list. */
export function makeLiveStore() {
  let live = nothing;
  const listeners = new Set<() => void>();
  return {
    read: () => live,
    change(next: Partial<Live>) {
      live = { ...live, ...next, here: next.here ? (keepSame(live.here, next.here) as Live["here"]) : live.here };
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const Store = createContext<LiveStore>(makeLiveStore());
export const LiveStoreProvider = Store.Provider;

/** @param select picks what is to be drawn anew when it is another: the same value for the same news. */
export function useLive<Value>(select: (live: Live) => Value): Value {
  const { subscribe, read } = use(Store);
  return useSyncExternalStore(
    subscribe,
    () => select(read()),
    () => select(nothing),
  );
}
