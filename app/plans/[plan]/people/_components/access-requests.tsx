"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNow, useTranslations } from "next-intl";
import { Section } from "@/app/_components/shell/page-body";
import { Avatar } from "@/app/_components/ui/avatar";
import { Button } from "@/app/_components/ui/button";
import { toast } from "@/app/_components/ui/toast";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { useTRPC, useTRPCClient } from "@/app/_trpc/client";
import type { AccessAnswer, AccessRequest } from "@/server/domain/access-request/schemas";
import { TroubleNotice } from "../../_components/trouble-notice";
import { useMay, usePlan, usePlanId, useWithPendingActs } from "../../_components/use-plan";
import { usePlanMutation } from "../../_components/use-plan-mutation";

/** Who asks to take part, for those who may say yes or no. */
export function AccessRequests() {
  const t = useTranslations("people.requests");
  const mayAnswer = useMay("participant.manage");
  const options = useTRPC().accessRequest.list.queryOptions({ planId: usePlanId() });
  const { data } = useQuery({ ...options, enabled: mayAnswer });
  const requests = useWithPendingActs<AccessRequest[]>(options.queryKey, data ?? []);
  const answer = useAnswer();
  if (!mayAnswer || requests.length === 0) return null;
  return (
    <Section ruled title={t("title")} aside={requests.length}>
      <ul>
        {requests.map((request) => (
          <RequestRow key={request.id} request={request} onAnswer={(said) => void answer(request, said)} />
        ))}
      </ul>
      <p className="pt-2 text-xs text-ink-3">{t("check")}</p>
    </Section>
  );
}

function RequestRow({ request, onAnswer }: { request: AccessRequest; onAnswer: (answer: AccessAnswer) => void }) {
  const t = useTranslations("people.requests");
  const dates = useDateWords();
  const now = useNow();
  const { plan, me } = usePlan();
  const { id, name, email, why, side, createdAt } = request;
  return (
    <li className="hairline-b py-3">
      <div className="grid grid-cols-[28px_minmax(0,1fr)] gap-x-3.5 gap-y-2 sm:grid-cols-[28px_minmax(0,1fr)_auto]">
        <Avatar name={name} size="md" />
        <div className="min-w-0">
          <p className="font-medium wrap-anywhere">{name}</p>
          <p className="text-sm wrap-anywhere text-ink-2">{email}</p>
          <p className="mt-1 wrap-anywhere">{why}</p>
          <p className="mt-1 text-xs text-ink-3">{t("asks", { when: dates.moment(createdAt, now) })}</p>
          {me.side === "seller" ? (
            <p className="text-xs text-ink-3">
              {t("side", { company: side === "buyer" ? plan.customerName : plan.supplierName })}
            </p>
          ) : null}
        </div>
        <div className="col-start-2 flex flex-wrap items-center gap-2 sm:col-start-3 sm:self-center">
          <Button
            size="sm"
            variant="primary"
            aria-label={t("approveWho", { name })}
            onClick={() => onAnswer("approve")}
          >
            {t("approve")}
          </Button>
          <Button size="sm" aria-label={t("declineWho", { name })} onClick={() => onAnswer("decline")}>
            {t("decline")}
          </Button>
        </div>
      </div>
      <TroubleNotice subjectId={id} className="mt-3" />
    </li>
  );
}

function useAnswer() {
  const t = useTranslations("people.requests");
  const api = useTRPC();
  const { accessRequest } = useTRPCClient();
  const queries = useQueryClient();
  const planId = usePlanId();
  const without = (shown: AccessRequest[], id: string) => shown.filter((request) => request.id !== id);
  const send = usePlanMutation({
    send: accessRequest.answer.mutate,
    queryKey: api.accessRequest.list.queryKey({ planId }),
    subjectOf: ({ requestId }) => requestId,
    draw: (shown: AccessRequest[], { requestId }) => without(shown, requestId),
    keep: (said: AccessRequest[], { id }) => without(said, id),
  });
  return async ({ id, name, email }: AccessRequest, answer: AccessAnswer) => {
    const outcome = await send({ requestId: id, answer });
    if (!outcome.ok) return;
    void queries.invalidateQueries({ queryKey: api.plan.read.queryKey({ planId }) });
    toast.say(answer === "approve" ? t("approved", { email }) : t("declined", { name }));
  };
}
