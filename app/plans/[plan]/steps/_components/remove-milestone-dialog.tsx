"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import type { Milestone } from "@/server/domain/milestone/schemas";
import type { MilestoneActs } from "../../_components/milestone-acts";
import { usePlan } from "../../_components/use-plan";

type RemoveMilestoneDialogProps = { milestone: Milestone; acts: MilestoneActs; onClose: () => void };

/** A milestone cannot be put back, so it is asked for, with what goes with it. */
export default function RemoveMilestoneDialog({ milestone, acts, onClose }: RemoveMilestoneDialogProps) {
  const t = useTranslations("steps.milestone");
  const common = useTranslations("common");
  const { steps } = usePlan();
  const count = steps.filter((step) => step.milestoneId === milestone.id).length;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("removeTitle", { title: milestone.title })}
      description={t("removeBody", { count })}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button
            variant="danger-quiet"
            onClick={() => {
              void acts.remove({ milestoneId: milestone.id });
              onClose();
            }}
          >
            {t("removeNow", { count })}
          </Button>
        </>
      }
    />
  );
}
