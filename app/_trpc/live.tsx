"use client";

import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from "react";
import type { Event } from "@/server/domain/activity/schemas";
import { useTRPC, useTRPCClient } from "./client";
import { followFromThisBrowser } from "./live-channel";

type Change = { name: string; at: number };
type Live = { changes: Map<string, Change>; here: string[] | null; isGone: boolean };

const LiveContext = createContext<Live>({ changes: new Map(), here: null, isGone: false });

/** How long a change of somebody else's stays marked. */
const MARKED_MS = 4_000;

/**
 * Keeps a plan's queries fresh: each event of somebody else's refetches what is drawn from it. Reads the cursor from the plan
 * query that the page prefetched, so nothing is missed between rendering and connecting.
 */
export function LivePlan({ planId, children }: { planId: string; children: ReactNode }) {
  const api = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const [live, setLive] = useState<Live>({ changes: new Map(), here: null, isGone: false });
  const apiRef = useRef(api);
  apiRef.current = api;

  useEffect(() => {
    const current = apiRef.current;
    const cursor = queries.getQueryData(current.plan.read.queryKey({ planId }))?.cursor ?? {};
    return followFromThisBrowser(client, planId, cursor, (news) => {
      if (news.kind === "gone") return setLive((was) => ({ ...was, isGone: true }));
      const events = news.kind === "events" ? news.events : [];
      const me = queries.getQueryData(current.plan.read.queryKey({ planId }))?.me.participantId;
      const others = events.filter((event) => event.actorParticipantId === null || event.actorParticipantId !== me);
      setLive((was) => ({ ...was, here: news.here, changes: marked(was.changes, others) }));
      if (events.length > 0) {
        for (const key of [
          current.plan.read.queryKey({ planId }),
          current.changeCase.read.queryKey({ planId }),
          current.decision.read.queryKey({ planId }),
          current.activity.list.pathKey(),
        ]) {
          void queries.invalidateQueries({ queryKey: key });
        }
      }
    });
  }, [planId, client, queries]);

  return <LiveContext value={live}>{children}</LiveContext>;
}

function marked(changes: Map<string, Change>, events: Event[]) {
  if (events.length === 0) return changes;
  const at = Date.now();
  const next = new Map(changes);
  for (const event of events) next.set(event.subjectId, { name: event.actorName, at });
  return next;
}

/** Who changed this just now, if somebody did: for the brief highlight. */
export function useRecentChange(subjectId: string): string | null {
  const { changes } = use(LiveContext);
  const change = changes.get(subjectId);
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
  return use(LiveContext).changes.get(subjectId)?.name ?? null;
}

/** Ids of the participants who have the plan open now; null until the stream has said so. */
export function useHere(): string[] | null {
  return use(LiveContext).here;
}

/** Whether the reader lost access while looking. */
export function useIsGone(): boolean {
  return use(LiveContext).isGone;
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
