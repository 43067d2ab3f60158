"use client";

import { useTranslations } from "next-intl";
import { Avatar } from "@/app/_components/ui/avatar";
import { Button } from "@/app/_components/ui/button";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import type { ForeseenMail } from "@/server/domain/foreseen/schemas";
import { TroubleNotice } from "../../../_components/trouble-notice";
import { usePlan } from "../../../_components/use-plan";
import { ForeseenSteps } from "./foreseen-steps";
import { mailKey, type useReminderActs } from "./use-reminders";

type MailRowProps = { mail: ForeseenMail; acts: ReturnType<typeof useReminderActs> };

/** One person's mail of one day: what is in it, and whether it goes out. */
export function MailRow({ mail, acts }: MailRowProps) {
  const t = useTranslations("reminders.plan");
  const dates = useDateWords();
  const { today } = usePlan();
  const { kind, participantId, day, steps, mayHold, isHeld, heldByName } = mail;
  const name = mail.name ?? "";
  const isPartly = !isHeld && steps.some((step) => step.isHeld);
  const named = { kind, name, day: dates.day(day, today) };
  const held = { kind, participantId, day };

  return (
    <li className="hairline-b py-3">
      <div className="flex items-start gap-3">
        <Avatar name={name} />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{t("to", { name })}</p>
          {kind === "reminder" ? <ForeseenSteps steps={steps} /> : null}
          {kind === "digest" ? <p className="mt-0.5 text-sm text-ink-2">{t("digest")}</p> : null}
          {kind === "invitation" ? (
            <p className="mt-0.5 text-sm text-ink-2">{t(mail.isLast ? "invitationLast" : "invitation")}</p>
          ) : null}
          {isHeld && heldByName ? (
            <p className="mt-1 text-sm font-medium">{t("heldBy", { name: heldByName })}</p>
          ) : null}
          {isPartly && heldByName ? <p className="mt-1 text-sm">{t("heldPartly", { name: heldByName })}</p> : null}
        </div>
        {mayHold && (isHeld || isPartly) ? (
          <Button size="sm" aria-label={t("releaseOf", named)} onClick={() => void acts.release(held)}>
            {t("release")}
          </Button>
        ) : null}
        {mayHold && !isHeld && !isPartly ? (
          <Button size="sm" aria-label={t("holdOf", named)} onClick={() => void acts.hold(held)}>
            {t("hold")}
          </Button>
        ) : null}
      </div>
      <TroubleNotice subjectId={mailKey(mail)} className="mt-2" />
    </li>
  );
}
