"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Pulse } from "@/server/domain/notification/schemas";
import { useTRPC, useTRPCClient } from "./client";
import { followOwnFromThisBrowser } from "./live-channel";

/** Keeps what is the reader's own over all plans fresh: the count of what they have not read, the list of it, their next steps. */
export function useOwnLive(): void {
  const api = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const apiRef = useRef(api);
  apiRef.current = api;

  useEffect(() => {
    const { notification, person } = apiRef.current;
    return followOwnFromThisBrowser(client, ({ pulse }) => {
      const pulseKey = notification.pulse.queryKey({});
      const was = queries.getQueryData(pulseKey);
      queries.setQueryData(pulseKey, pulse);
      if (was?.moved !== pulse.moved) void queries.invalidateQueries({ queryKey: person.home.queryKey({}) });
      if (!isSameInbox(was, pulse)) void queries.invalidateQueries({ queryKey: notification.list.pathKey() });
    });
  }, [client, queries]);
}

const isSameInbox = (was: Pulse | undefined, is: Pulse) =>
  was !== undefined && was.unread === is.unread && was.subjects.join() === is.subjects.join();

/** The reader's pulse as the stream last told it; undefined until it has. */
export function usePulse(): Pulse | undefined {
  return useQuery({ ...useTRPC().notification.pulse.queryOptions({}), enabled: false }).data;
}

/** What the reader has open before them needs no telling any more. */
export function useReadWhileOpen(subjectId: string): void {
  const client = useTRPCClient();
  const isUnread = usePulse()?.subjects.includes(subjectId) ?? false;
  useEffect(() => {
    if (isUnread) void client.notification.markRead.mutate({ stepId: subjectId }).catch(() => {});
  }, [isUnread, subjectId, client]);
}
