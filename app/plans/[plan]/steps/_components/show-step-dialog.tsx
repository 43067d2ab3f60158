"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { useListWords } from "@/app/_components/ui/use-list-words";
import type { Step } from "@/server/domain/step/schemas";
import type { StepActs } from "../../_components/step-acts";
import { useStepWritings } from "./use-step-talk";

type ShowStepDialogProps = {
  step: Step;
  acts: StepActs /** The company that will see it too. */;
  other: string;
  onClose: () => void;
};

/** What the other side has read can't be taken back, so it is asked for, with what they will read. */
export default function ShowStepDialog({ step, acts, other, onClose }: ShowStepDialogProps) {
  const t = useTranslations("steps.zone.show");
  const common = useTranslations("common");
  const list = useListWords();
  const written = useStepWritings(step.id);
  const comments = written.ids?.comments.length ?? 0;
  const answers = written.ids?.answers.length ?? 0;
  const named = [
    ...(comments > 0 ? [t("comments", { count: comments })] : []),
    ...(answers > 0 ? [t("answers", { count: answers })] : []),
  ];
  const told = named.length > 0 ? t("reads", { other, written: list(named) }) : t("sees", { other });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { other })}
      description={written.ids ? told : undefined}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          {written.isError ? (
            <Button onClick={written.retry}>{common("tryAgain")}</Button>
          ) : (
            <Button
              variant="primary"
              disabled={!written.ids}
              onClick={() => {
                const reads = Object.values(written.ids ?? {}).flat();
                void acts.setZone({ stepId: step.id, zone: "shared", reads });
                onClose();
              }}
            >
              {t("now")}
            </Button>
          )}
        </>
      }
    >
      <p className="text-sm text-ink-2">{written.isError ? t("failed") : t("lasts")}</p>
    </Dialog>
  );
}
