"use client";

import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import type { Meeting } from "@/server/domain/meeting/schemas";
import { usePlanId } from "../../_components/use-plan";
import { usePlanMutation } from "../../_components/use-plan-mutation";

/** Every refusal is told in the dialog, where what was typed still stands. */
const tells = [
  "conflict",
  "invalid",
  "not_joined_yet",
  "meeting_without_date",
  "owner_has_left",
  "owner_cannot_see",
] as const;

type Wanted = {
  set: Partial<Pick<Meeting, "startsAt" | "minutes" | "place">>;
  base: Record<string, unknown>;
  ask: string[];
  letGo: string[];
};

export function useMeetingActs(stepId: string) {
  const client = useTRPCClient();
  const planId = usePlanId();
  const queryKey = useTRPC().meeting.read.queryKey({ planId, stepId });
  const shared = { queryKey, subjectOf: () => stepId, tells, keep: (_: Meeting | null, said: Meeting | null) => said };
  const set = usePlanMutation({ ...shared, send: client.meeting.set.mutate });
  const cancel = usePlanMutation({ ...shared, send: client.meeting.cancel.mutate });
  return { set: (wanted: Wanted) => set({ stepId, ...wanted }), cancel: () => cancel({ stepId }) };
}
