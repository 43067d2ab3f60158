"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Textarea } from "@/app/_components/ui/input";
import { Kbd } from "@/app/_components/ui/kbd";
import type { Step } from "@/server/domain/step/schemas";
import { type StepActs, standingOf } from "../../_components/step-acts";

type StepStatusActsProps = {
  step: Step;
  acts: StepActs;
  asking: Reasoned | null;
  onAsk: (status: Reasoned | null) => void;
};
export type Reasoned = "blocked" | "dropped";

export function StepStatusActs({ step, acts, asking, onAsk }: StepStatusActsProps) {
  const t = useTranslations("steps.act");
  const set = (status: "todo" | "doing") => acts.setStatus({ stepId: step.id, status, base: standingOf(step) });
  const isOver = step.status === "done" || step.status === "dropped";
  return (
    <>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Button variant={isOver ? "secondary" : "primary"} onClick={() => void acts.toggleDone(step)}>
          {isOver ? t("reopen") : t("done")} <Kbd>X</Kbd>
        </Button>
        {step.status === "todo" ? <Button onClick={() => void set("doing")}>{t("start")}</Button> : null}
        {step.status === "doing" ? <Button onClick={() => void set("todo")}>{t("notStarted")}</Button> : null}
        {step.status === "blocked" ? (
          <Button onClick={() => void set("doing")}>{t("unblock")}</Button>
        ) : isOver ? null : (
          <Button onClick={() => onAsk("blocked")}>{t("block")}</Button>
        )}
      </div>
      {asking ? <ReasonForm step={step} status={asking} acts={acts} onDone={() => onAsk(null)} /> : null}
    </>
  );
}

type ReasonFormProps = { step: Step; status: Reasoned; acts: StepActs; onDone: () => void };

/** Blocked and dropped steps say why, so that nobody has to ask. */
function ReasonForm({ step, status, acts, onDone }: ReasonFormProps) {
  const t = useTranslations("steps.act");
  const common = useTranslations("common");
  const [base] = useState(() => standingOf(step));
  return (
    <form
      className="mt-4 rounded-lg border border-line p-3"
      onSubmit={(event) => {
        event.preventDefault();
        const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
        if (reason === "") return;
        onDone();
        void acts.setStatus({ stepId: step.id, status, reason, base });
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onDone();
      }}
    >
      <Field label={t(`reason.${status}`)}>
        {(control) => <Textarea {...control} autoFocus name="reason" required maxLength={500} rows={2} />}
      </Field>
      <div className="mt-2 flex justify-end gap-2">
        <Button size="sm" variant="ghost" onClick={onDone}>
          {common("cancel")}
        </Button>
        <Button size="sm" type="submit" variant="primary">
          {t(`confirm.${status}`)}
        </Button>
      </div>
    </form>
  );
}
