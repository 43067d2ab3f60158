"use client";

import { useNow, useTranslations } from "next-intl";
import { Section } from "@/app/_components/shell/page-body";
import type { BuyingRole } from "@/db/vocabulary";
import type { Participant } from "@/server/domain/participant/schemas";
import { usePersonName } from "../../_components/people";
import { useMay, usePlan } from "../../_components/use-plan";
import { type Gap, gapsOf } from "./coverage";
import { useResendMoment } from "./resend-moment";
import { mayInviteTo } from "./standing";

type GapsProps = {
  onName: (buyingRole: BuyingRole | null) => void;
  onInvite: (person: Participant) => void;
  onResend: (person: Participant) => void;
};

/** What the committee lacks, each with what to do about it. */
export function Gaps(props: GapsProps) {
  const t = useTranslations("people.gaps");
  const { plan, me, participants } = usePlan();
  const gaps = gapsOf(participants, useNow());
  return (
    <Section title={t("title")} ruled>
      {gaps.length === 0 ? (
        <p className="pt-3 text-sm text-ink-2">
          {me.side === "buyer" ? t("complete") : t("completeSupplier", { customer: plan.customerName })}
        </p>
      ) : (
        <ul>
          {gaps.map((gap) => (
            <GapRow key={keyOf(gap)} gap={gap} {...props} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function keyOf(gap: Gap): string {
  if (gap.kind === "activity") return gap.kind;
  return `${gap.kind}:${gap.kind === "role" ? gap.role : gap.person.id}`;
}

function GapRow({ gap, onName, onInvite, onResend }: GapsProps & { gap: Gap }) {
  const mayName = useMay("participant.edit");
  const { plan, me } = usePlan();
  const t = useTranslations("people.gaps");
  const roles = useTranslations("common.buyingRole");
  const nameOf = usePersonName();
  const resendMoment = useResendMoment();
  const mayInvite = mayInviteTo(me, "buyer");
  const customer = plan.customerName;

  if (gap.kind === "activity") {
    return (
      <GapWords
        what={gap.active ? t("one", { name: nameOf(gap.active), customer }) : t("nobody", { customer })}
        why={gap.active ? t("oneWhy") : t("nobodyWhy")}
        action={mayInvite ? t(me.side === "buyer" ? "invite" : "inviteBuyer") : null}
        onAct={() => onName(null)}
      />
    );
  }
  if (gap.kind === "quiet") {
    return (
      <GapWords
        what={t("quiet", { name: nameOf(gap.person) })}
        why={t("quietWhy")}
        action={mayInvite ? t("standIn") : null}
        onAct={() => onName(gap.person.buyingRole)}
      />
    );
  }
  if (gap.kind === "notJoined") {
    const isInvited = gap.person.status !== "not_invited" && gap.person.status !== "bounced";
    return (
      <GapWords
        what={t("notJoined", { name: nameOf(gap.person) })}
        why={t(`why.${gap.role}`)}
        action={mayInvite && !(isInvited && resendMoment(gap.person)) ? t(isInvited ? "resend" : "inviteBuyer") : null}
        onAct={() => (isInvited ? onResend(gap.person) : onInvite(gap.person))}
      />
    );
  }
  return (
    <GapWords
      what={t("role", { role: roles(gap.role) })}
      why={t(`why.${gap.role}`)}
      action={mayName ? t(mayInvite ? "act" : "name") : null}
      onAct={() => (gap.place ? onInvite(gap.place) : onName(gap.role))}
    />
  );
}

type GapWordsProps = { what: string; why: string; action: string | null; onAct: () => void };

function GapWords({ what, why, action, onAct }: GapWordsProps) {
  return (
    <li className="hairline-b py-3">
      <p className="font-medium">{what}</p>
      <p className="text-sm text-ink-2">{why}</p>
      {action ? (
        <button
          type="button"
          onClick={onAct}
          aria-label={`${action}: ${what}`}
          className="tap-target mt-1 min-h-6 text-sm font-medium text-accent underline-offset-3 hover:underline"
        >
          {action}
        </button>
      ) : null}
    </li>
  );
}
