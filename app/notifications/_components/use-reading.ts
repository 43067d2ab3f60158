"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import type { Notice, Pulse } from "@/server/domain/notification/schemas";

/** Marks as read, and draws it at once. */
export function useReading() {
  const api = useTRPC();
  const queries = useQueryClient();
  const pulseKey = api.notification.pulse.queryKey({});

  const draw = (isRead: (notice: Notice) => boolean) => {
    const at = new Date();
    for (const [queryKey, known] of queries.getQueriesData({ queryKey: api.notification.list.pathKey() })) {
      const shown = known as { notices: Notice[] } | undefined;
      if (!shown) continue;
      const notices = shown.notices.map((notice) => (isRead(notice) ? { ...notice, readAt: at } : notice));
      queries.setQueryData(queryKey, { ...shown, notices });
    }
  };
  const settle = {
    onSuccess: (pulse: Pulse) => queries.setQueryData(pulseKey, pulse),
    onError: () => void queries.invalidateQueries({ queryKey: api.notification.list.pathKey() }),
  };
  const one = useMutation(api.notification.markRead.mutationOptions(settle));
  const all = useMutation(api.notification.markAllRead.mutationOptions(settle));

  return {
    read: (notice: Notice) => {
      if (notice.readAt) return;
      draw(({ id }) => id === notice.id);
      one.mutate({ ids: [notice.id] });
    },
    readAll: (upTo: Date) => {
      draw(({ readAt, createdAt }) => readAt === null && createdAt <= upTo);
      all.mutate({ upTo });
    },
  };
}
