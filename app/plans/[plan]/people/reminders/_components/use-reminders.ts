"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import type { ReminderPreview } from "@/server/domain/reminder/schemas";
import { usePlanId, useWithPendingActs } from "../../../_components/use-plan";
import { usePlanMutation } from "../../../_components/use-plan-mutation";

/** Others change steps meanwhile: what is foreseen is asked for again while somebody looks. */
const lookAgainMs = 30_000;

const usePreviewQuery = () => useTRPC().reminder.preview.queryOptions({ planId: usePlanId() });

export function useReminders(): ReminderPreview {
  const options = usePreviewQuery();
  const { data } = useSuspenseQuery({ ...options, refetchInterval: lookAgainMs });
  return useWithPendingActs(options.queryKey, data);
}

type Mail = { participantId: string; day: string };

export const mailKey = ({ participantId, day }: Mail) => `${participantId} ${day}`;

export function useReminderActs() {
  const { reminder: send } = useTRPCClient();
  const { queryKey } = usePreviewQuery();
  const keep = (_: ReminderPreview, said: ReminderPreview) => said;
  const hold = usePlanMutation({
    send: send.hold.mutate,
    queryKey,
    subjectOf: mailKey,
    draw: (shown: ReminderPreview, mail) => withHeld(shown, mail, true),
    keep,
  });
  const release = usePlanMutation({
    send: send.release.mutate,
    queryKey,
    subjectOf: mailKey,
    draw: (shown: ReminderPreview, mail) => withHeld(shown, mail, false),
    keep,
  });
  const setEscalation = usePlanMutation({
    send: send.setEscalation.mutate,
    queryKey,
    subjectOf: () => "escalation",
    draw: (shown: ReminderPreview, { afterDays }) => ({ ...shown, escalatesAfter: afterDays }),
    keep,
  });
  return { hold, release, setEscalation };
}

const withHeld = (shown: ReminderPreview, mail: Mail, isHeld: boolean): ReminderPreview => ({
  ...shown,
  mails: shown.mails.map((each) =>
    mailKey(each) === mailKey(mail) ? { ...each, steps: each.steps.map((step) => ({ ...step, isHeld })) } : each,
  ),
});
