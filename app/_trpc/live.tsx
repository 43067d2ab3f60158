"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { finishingKinds } from "@/db/vocabulary";
import type { Event } from "@/server/domain/activity/schemas";
import type { PlanView } from "@/server/domain/plan/schemas";
import type { Step } from "@/server/domain/step/schemas";
import { absorb } from "./absorb";
import { useTRPC, useTRPCClient } from "./client";
import { followFromThisBrowser } from "./live-channel";
import { type Change, LiveStoreProvider, makeLiveStore, useLive } from "./live-store";

/** How long a change of somebody else's stays marked. */
const MARKED_MS = 4_000;

/** How long reading the plan anew waits for more to come, when what came is drawn already. */
const READ_ANEW_MS = 500;

/**
 * Keeps a plan's queries fresh: each event of somebody else's refetches what is drawn from it. Reads the cursor from the plan
 * query that the page prefetched, so nothing is missed between rendering and connecting.
 */
export function LivePlan({ planId, children }: { planId: string; children: ReactNode }) {
  const api = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const [store] = useState(makeLiveStore);
  const apiRef = useRef(api);
  apiRef.current = api;

  useEffect(() => {
    const current = apiRef.current;
    const cursor = queries.getQueryData(current.plan.read.queryKey({ planId }))?.cursor ?? {};
    let reading: ReturnType<typeof setTimeout> | undefined;
    const stop = followFromThisBrowser(client, planId, cursor, (news) => {
      if (news.kind === "gone") return store.change({ isGone: true });
      const events = news.kind === "events" ? news.events : [];
      const me = queries.getQueryData(current.plan.read.queryKey({ planId }))?.me.participantId;
      const others = events.filter((event) => event.actorParticipantId === null || event.actorParticipantId !== me);
      store.change({ here: news.here, changes: marked(store.read().changes, others) });
      if (events.length === 0) return;
      const planKey = current.plan.read.queryKey({ planId });
      const shown = queries.getQueryData(planKey);
      const drawn = shown && events.reduce(absorb, shown);
      if (drawn && drawn !== shown) queries.setQueryData(planKey, drawn);
      // What is drawn already can wait a moment for the whole; many changes then cost one reading.
      const isAsking = queries.isFetching({ queryKey: planKey, exact: true }) > 0;
      const canWait = !isAsking && drawn !== undefined && events.every((event) => isDrawn(drawn, event, me));
      const readAnew = () => {
        reading = undefined;
        for (const queryKey of [
          planKey,
          current.changeCase.read.queryKey({ planId }),
          current.decision.read.queryKey({ planId }),
          current.activity.list.pathKey(),
          current.comment.list.pathKey(),
          current.step.answers.pathKey(),
          current.meeting.read.pathKey(),
          current.accessRequest.list.queryKey({ planId }),
        ]) {
          void queries.invalidateQueries({ queryKey });
        }
      };
      if (reading && canWait) return;
      clearTimeout(reading);
      reading = setTimeout(readAnew, canWait ? READ_ANEW_MS : 0);
    });
    return () => {
      clearTimeout(reading);
      stop();
    };
  }, [planId, client, queries, store]);

  return <LiveStoreProvider value={store}>{children}</LiveStoreProvider>;
}

/** Events that are drawn out of what they say; others' events of any other kind need the plan to be read anew. */
const drawnKinds = ["step.edited", "step.status_changed", "step.declined", ...finishingKinds];

/** Whether the plan on the screen already shows what the event tells. */
function isDrawn(view: PlanView, event: Event, me: string | null | undefined): boolean {
  const step = event.subjectType === "step" ? view.steps.find(({ id }) => id === event.subjectId) : undefined;
  if (!step || !event.after) return false;
  const isOwn = event.actorParticipantId !== null && event.actorParticipantId === me;
  if (!isOwn && !drawnKinds.includes(event.kind)) return false;
  return Object.entries(event.after).every(([field, value]) => !(field in step) || step[field as keyof Step] === value);
}

function marked(changes: ReadonlyMap<string, Change>, events: Event[]) {
  if (events.length === 0) return changes;
  const at = Date.now();
  const next = new Map(changes);
  for (const event of events) next.set(event.subjectId, { name: event.actorName, at });
  return next;
}

/** Who changed this just now, if somebody did: for the brief highlight. */
export function useRecentChange(subjectId: string): string | null {
  const change = useLive(({ changes }) => changes.get(subjectId));
  const [, tick] = useState(0);
  useEffect(() => {
    if (!change) return;
    const timer = setTimeout(() => tick((count) => count + 1), Math.max(0, change.at + MARKED_MS - Date.now()));
    return () => clearTimeout(timer);
  }, [change]);
  return change && Date.now() - change.at < MARKED_MS ? change.name : null;
}

/** Who last changed this since the page was opened: to name them in a conflict. */
export function useLastChange(subjectId: string): string | null {
  return useLive(({ changes }) => changes.get(subjectId)?.name ?? null);
}

/** Ids of the participants who have the plan open now; null until the stream has said so. */
export function useHere(): readonly string[] | null {
  return useLive(({ here }) => here);
}

/** Whether the reader lost access while looking. */
export function useIsGone(): boolean {
  return useLive(({ isGone }) => isGone);
}

export function usePresenceBeat(planId: string) {
  const client = useTRPCClient();
  const beat = useMemo(() => () => void client.presence.beat.mutate({ planId }).catch(() => {}), [client, planId]);
  useEffect(() => {
    beat();
    const timer = setInterval(() => document.visibilityState === "visible" && beat(), 20_000);
    const leave = () => void client.presence.leave.mutate({ planId }).catch(() => {});
    window.addEventListener("pagehide", leave);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [beat, client, planId]);
}
