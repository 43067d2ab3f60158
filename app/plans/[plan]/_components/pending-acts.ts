import { useSyncExternalStore } from "react";
import type { RefusalShape } from "@/server/trpc/init";

/** What somebody did here and the server has not confirmed yet: how it is to be drawn until then. */
export type PendingAct = { id: string; queryHash: string; subjectId: string; draw: (shown: unknown) => unknown };

/** What a person decided about a refusal: the values that theirs may replace, or to do it `anyway`. */
export type Resolution = { base?: Record<string, unknown>; anyway?: boolean };

/** Why an act on this subject was refused, and how to do it after all. It stays until it is dealt with. */
export type Trouble = {
  subjectId: string;
  refusal: RefusalShape;
  again?: (resolution?: Resolution) => void;
};

type State = { acts: readonly PendingAct[]; troubles: readonly Trouble[] };

const nothing: State = { acts: [], troubles: [] };
let state = nothing;
const listeners = new Set<() => void>();

function change(next: State) {
  state = next;
  for (const listener of listeners) listener();
}

export const pendingActs = {
  begin: (act: PendingAct) => change({ ...state, acts: [...state.acts, act] }),
  end: (id: string) => change({ ...state, acts: state.acts.filter((act) => act.id !== id) }),
  meet: (trouble: Trouble) =>
    change({ ...state, troubles: [...state.troubles.filter((was) => was.subjectId !== trouble.subjectId), trouble] }),
  settle: (subjectId: string) => {
    if (state.troubles.some((trouble) => trouble.subjectId === subjectId))
      change({ ...state, troubles: state.troubles.filter((trouble) => trouble.subjectId !== subjectId) });
  },
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const usePendingActs = (): readonly PendingAct[] =>
  useSyncExternalStore(
    subscribe,
    () => state.acts,
    () => nothing.acts,
  );

/** Whether something about this subject is not saved yet. */
export const useIsUnsaved = (subjectId: string): boolean =>
  useSyncExternalStore(
    subscribe,
    () => state.acts.some((act) => act.subjectId === subjectId),
    () => false,
  );

/** What went wrong with this subject, if something did. */
export const useTrouble = (subjectId: string): Trouble | undefined =>
  useSyncExternalStore(
    subscribe,
    () => state.troubles.find((trouble) => trouble.subjectId === subjectId),
    () => undefined,
  );
