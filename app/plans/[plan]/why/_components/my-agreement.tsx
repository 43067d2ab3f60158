"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Textarea } from "@/app/_components/ui/input";
import { agreementLevels } from "@/db/vocabulary";
import { TroubleNotice } from "../../_components/trouble-notice";
import { usePlan } from "../../_components/use-plan";
import { useChangeCase, useProblemActs } from "./use-change-case";

/** Agree, partly, disagree; a reason may follow, and is asked for where somebody does not simply agree. */
export function MyAgreement() {
  const t = useTranslations("why.agreement");
  const common = useTranslations("common");
  const { me } = usePlan();
  const { problem } = useChangeCase();
  const { agree } = useProblemActs();
  const [comment, setComment] = useState<string | null>(null);
  const mine = problem.agreements.find(({ participantId }) => participantId === me.participantId);
  const current = mine && mine.wording === problem.wording ? mine : null;

  return (
    <div className="rounded-lg border border-line bg-surface p-4">
      <p className="text-sm">{mine && !current ? t("askAgain") : t("ask")}</p>
      <fieldset className="mt-3 grid grid-cols-3 gap-2">
        <legend className="sr-only">{t("ask")}</legend>
        {agreementLevels.map((level) => (
          <Button
            key={level}
            aria-pressed={current?.level === level}
            className={clsx("px-2", current?.level === level && "border-accent! bg-accent-ground! text-accent!")}
            onClick={() => void agree({ level, comment: current?.comment ?? null, wording: problem.wording })}
          >
            {t(`level.${level}`)}
          </Button>
        ))}
      </fieldset>
      {current && comment === null ? (
        <Button variant="link" size="sm" className="mt-3" onClick={() => setComment(current.comment ?? "")}>
          {current.comment ? t("changeComment") : t(current.level === "agree" ? "addComment" : "sayWhy")}
        </Button>
      ) : null}
      {current && comment !== null ? (
        <div className="mt-3 flex flex-col gap-2">
          <Textarea
            autoFocus
            aria-label={t("comment")}
            rows={3}
            maxLength={1000}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
          <div className="flex gap-2">
            <Button
              variant="primary"
              onClick={async () => {
                const { ok } = await agree({
                  level: current.level,
                  comment: comment.trim() || null,
                  wording: problem.wording,
                });
                if (ok) setComment(null);
              }}
            >
              {common("save")}
            </Button>
            <Button onClick={() => setComment(null)}>{common("cancel")}</Button>
          </div>
        </div>
      ) : null}
      <TroubleNotice subjectId="agreement" className="mt-3" />
    </div>
  );
}
