"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { toast } from "@/app/_components/ui/toast";
import type { Participant } from "@/server/domain/participant/schemas";
import { isOpenRole, usePersonName } from "../../_components/people";
import { usePlan } from "../../_components/use-plan";
import { useResendMoment } from "./resend-moment";
import { mayHandOverTo, mayInviteTo, mayManage } from "./standing";
import type { PeopleActs } from "./use-people-acts";

type PersonActsProps = {
  person: Participant;
  acts: PeopleActs;
  onInvite: () => void;
  onResend: () => void;
  onHandOver: () => void;
  onRemove: () => void;
};

/** What the reader may do about somebody's part in the plan; nothing that would be refused is offered. */
export function PersonActs({ person, acts, onInvite, onResend, onHandOver, onRemove }: PersonActsProps) {
  const t = useTranslations("people.panel");
  const nameOf = usePersonName();
  const { me } = usePlan();
  const mayInvite = mayInviteTo(me, person.side) && person.status !== "joined";
  const resendFrom = useResendMoment()(person);
  const isOut = person.status !== "not_invited";
  const mayRemove = mayManage(me, person) && person.id !== me.participantId;
  if (!mayInvite && !mayRemove && !mayHandOverTo(me, person)) return null;

  async function revoke() {
    const outcome = await acts.revoke({ participantId: person.id });
    if (outcome.ok) toast.say(t("revoked", { name: nameOf(person) }));
  }

  return (
    <div className="mt-auto flex flex-wrap gap-2 pt-8">
      {mayInvite && isOut && resendFrom ? (
        <p className="w-full text-sm text-ink-2">{t("resendFrom", { when: resendFrom })}</p>
      ) : null}
      {mayInvite && !isOut ? <Button onClick={onInvite}>{t("invite")}</Button> : null}
      {mayInvite && isOut && !resendFrom ? <Button onClick={onResend}>{t("resend")}</Button> : null}
      {mayInvite && isOut ? <Button onClick={() => void revoke()}>{t("revoke")}</Button> : null}
      {mayHandOverTo(me, person) ? <Button onClick={onHandOver}>{t("handOver")}</Button> : null}
      {mayRemove ? (
        <Button variant="danger-quiet" onClick={onRemove}>
          {t(isOpenRole(person) ? "removeRole" : "remove")}
        </Button>
      ) : null}
    </div>
  );
}
