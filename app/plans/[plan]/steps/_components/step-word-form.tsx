"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Textarea } from "@/app/_components/ui/input";
import type { Step } from "@/server/domain/step/schemas";
import { type StepActs, standingOf } from "../../_components/step-acts";
import type { Asked } from "./step-status-acts";
import { useRereadAnswers } from "./use-step-talk";

type StepWordFormProps = { step: Step; asked: Asked; acts: StepActs; onDone: () => void };

/** Blocked and dropped steps say why, answers what; only an approval may go without a word. It stays until it is kept. */
export function StepWordForm({ step, asked, acts, onDone }: StepWordFormProps) {
  const t = useTranslations("steps.act");
  const common = useTranslations("common");
  const reread = useRereadAnswers();
  const [base] = useState(() => standingOf(step));
  const [isSending, setIsSending] = useState(false);

  async function send(word: string) {
    const { id: stepId } = step;
    if (asked === "blocked" || asked === "dropped") {
      onDone();
      void acts.setStatus({ stepId, status: asked, reason: word, base });
      return;
    }
    setIsSending(true);
    const outcome = await (asked === "answered"
      ? acts.answer({ stepId, body: word })
      : acts.decide({ stepId, decision: asked, why: word || null }));
    setIsSending(false);
    if (!outcome.ok) return;
    reread(stepId);
    onDone();
  }

  return (
    <form
      className="mt-4 rounded-lg border border-line p-3"
      onSubmit={(event) => {
        event.preventDefault();
        const word = String(new FormData(event.currentTarget).get("word") ?? "").trim();
        if (word !== "" || asked === "approved") void send(word);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <Field label={t(`reason.${asked}`)} optional={asked === "approved"} required={asked !== "approved"}>
        {(control) => (
          <Textarea
            {...control}
            autoFocus
            name="word"
            maxLength={asked === "answered" ? 4_000 : 500}
            rows={asked === "answered" ? 4 : 2}
          />
        )}
      </Field>
      <div className="mt-2 flex justify-end gap-2">
        <Button size="sm" variant="ghost" onClick={onDone}>
          {common("cancel")}
        </Button>
        <Button size="sm" type="submit" variant="primary" pending={isSending}>
          {t(`confirm.${asked}`)}
        </Button>
      </div>
    </form>
  );
}
