"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { MomentText } from "@/app/_components/ui/date-text";
import type { Participant } from "@/server/domain/participant/schemas";

/** How far an invitation got, and when: what is kept of it, for everybody to see. */
export function InvitationStages({ person }: { person: Participant }) {
  const t = useTranslations("people");
  const { invitedAt, mailedAt, deliveredAt, openedAt, bouncedAt, unansweredAt, joinedAt, status } = person;
  const wasMailedAgain = mailedAt !== null && invitedAt !== null && mailedAt > invitedAt;
  const stages = [
    ["invited", invitedAt],
    ["mailed", wasMailedAgain ? mailedAt : null],
    ["delivered", deliveredAt],
    ["opened", openedAt],
    ["bounced", bouncedAt],
    ["unanswered", unansweredAt],
  ] as const;
  const known = stages.flatMap(([stage, at]) => (at ? [{ stage, at }] : []));
  if (known.length === 0 && !joinedAt) return <Stage label={t("panel.status")}>{t(`status.${status}`)}</Stage>;
  return (
    <>
      {known.map(({ stage, at }) => (
        <Stage key={stage} label={t(`panel.stage.${stage}`)}>
          <MomentText at={at} />
        </Stage>
      ))}
      {joinedAt ? (
        <Stage label={t("panel.joined")}>
          <MomentText at={joinedAt} />
        </Stage>
      ) : null}
    </>
  );
}

function Stage({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}
