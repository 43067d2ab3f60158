"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { TroubleNotice } from "../../_components/trouble-notice";
import { usePlan } from "../../_components/use-plan";
import { useDecision, useScoreActs } from "./use-decision";

/** Handing in makes one's ratings the committee's, and shows the others'. It can be taken back. */
export function HandIn() {
  const t = useTranslations("decision");
  const { me } = usePlan();
  const { criteria, options, scores, iHaveSubmitted } = useDecision();
  const { submit, reopen } = useScoreActs();
  const wanted = criteria.length * options.length;
  const given = scores.filter(({ participantId }) => participantId === me.participantId).length;
  if (wanted === 0) return null;
  return (
    <div className="flex flex-wrap items-center gap-3 lg:ml-auto">
      <span className="text-sm text-ink-2">{iHaveSubmitted ? t("handedInByYou") : t("rated", { given, wanted })}</span>
      {iHaveSubmitted ? (
        <Button onClick={() => void reopen({})}>{t("takeBack")}</Button>
      ) : (
        <Button variant="primary" disabled={given < wanted} onClick={() => void submit({})}>
          {t("handIn")}
        </Button>
      )}
      <TroubleNotice subjectId="scores" className="w-full" />
    </div>
  );
}
