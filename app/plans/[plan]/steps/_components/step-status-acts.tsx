"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Kbd } from "@/app/_components/ui/kbd";
import type { Step } from "@/server/domain/step/schemas";
import { type StepActs, standingOf } from "../../_components/step-acts";
import { usePlan } from "../../_components/use-plan";
import { StepWordForm } from "./step-word-form";

/** What is asked for before it is done: a reason, an answer, a word. */
export type Asked = "blocked" | "dropped" | "answered" | "approved" | "declined";

type StepStatusActsProps = {
  step: Step;
  acts: StepActs;
  asking: Asked | null;
  onAsk: (asked: Asked | null) => void;
};

/** What a step of its kind asks for first: an answer, a decision of its owner's, or that it be done. */
export function StepStatusActs({ step, acts, asking, onAsk }: StepStatusActsProps) {
  const t = useTranslations("steps.act");
  const { me } = usePlan();
  const set = (status: "todo" | "doing") => acts.setStatus({ stepId: step.id, status, base: standingOf(step) });
  const isOver = step.status === "done" || step.status === "dropped";
  const isMineToDecide = step.ownerId === null || step.ownerId === me.participantId;
  const asks = isOver ? null : step.kind === "question" ? "answer" : step.kind === "approval" ? "decision" : null;
  const isReply = asking !== null && asking !== "blocked" && asking !== "dropped";
  return (
    <>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        {asks === "answer" ? (
          <Button variant="primary" onClick={() => onAsk("answered")}>
            {t("answer")}
          </Button>
        ) : asks === "decision" && isMineToDecide ? (
          <>
            <Button variant="primary" onClick={() => onAsk("approved")}>
              {t("approve")}
            </Button>
            <Button onClick={() => onAsk("declined")}>{t("decline")}</Button>
          </>
        ) : (
          <Button variant={isOver || asks ? "secondary" : "primary"} onClick={() => void acts.toggleDone(step)}>
            {isOver ? t("reopen") : t("done")} <Kbd>X</Kbd>
          </Button>
        )}
        {step.status === "todo" ? <Button onClick={() => void set("doing")}>{t("start")}</Button> : null}
        {step.status === "doing" ? <Button onClick={() => void set("todo")}>{t("notStarted")}</Button> : null}
        {step.status === "blocked" ? (
          <Button onClick={() => void set("doing")}>{t("unblock")}</Button>
        ) : isOver ? null : (
          <Button onClick={() => onAsk("blocked")}>{t("block")}</Button>
        )}
      </div>
      {asking && !(isReply && isOver) ? (
        <StepWordForm key={asking} step={step} asked={asking} acts={acts} onDone={() => onAsk(null)} />
      ) : null}
    </>
  );
}
