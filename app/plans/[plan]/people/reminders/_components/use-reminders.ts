"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import type { ForeseenMail, MailPreview } from "@/server/domain/foreseen/schemas";
import { usePlanId, useWithPendingActs } from "../../../_components/use-plan";
import { usePlanMutation } from "../../../_components/use-plan-mutation";

/** Others change steps meanwhile: what is foreseen is asked for again while somebody looks. */
const lookAgainMs = 30_000;

const usePreviewQuery = () => useTRPC().reminder.preview.queryOptions({ planId: usePlanId() });

export function useReminders(): MailPreview {
  const options = usePreviewQuery();
  const { data } = useSuspenseQuery({ ...options, refetchInterval: lookAgainMs });
  return useWithPendingActs(options.queryKey, data);
}

type Mail = Pick<ForeseenMail, "participantId" | "day"> & { kind?: ForeseenMail["kind"] };

export const mailKey = ({ kind = "reminder", participantId, day }: Mail) => `${kind} ${participantId} ${day}`;

export function useReminderActs() {
  const { reminder: send } = useTRPCClient();
  const { queryKey } = usePreviewQuery();
  const keep = (_: MailPreview, said: MailPreview) => said;
  const hold = usePlanMutation({
    send: send.hold.mutate,
    queryKey,
    subjectOf: mailKey,
    draw: (shown: MailPreview, mail) => withHeld(shown, mail, true),
    keep,
  });
  const release = usePlanMutation({
    send: send.release.mutate,
    queryKey,
    subjectOf: mailKey,
    draw: (shown: MailPreview, mail) => withHeld(shown, mail, false),
    keep,
  });
  const setEscalation = usePlanMutation({
    send: send.setEscalation.mutate,
    queryKey,
    subjectOf: () => "escalation",
    draw: (shown: MailPreview, { afterDays }) => ({ ...shown, escalatesAfter: afterDays }),
    keep,
  });
  return { hold, release, setEscalation };
}

const withHeld = (shown: MailPreview, mail: Mail, isHeld: boolean): MailPreview => ({
  ...shown,
  mails: shown.mails.map((each) =>
    mailKey(each) === mailKey(mail)
      ? { ...each, isHeld, steps: each.steps.map((step) => ({ ...step, isHeld })) }
      : each,
  ),
});
