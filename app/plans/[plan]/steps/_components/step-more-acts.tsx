"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/app/_components/ui/button";
import { DropdownMenu, MenuHeading, MenuItem, MenuSeparator } from "@/app/_components/ui/dropdown-menu";
import type { Step } from "@/server/domain/step/schemas";
import type { StepActs } from "../../_components/step-acts";
import { usePlan } from "../../_components/use-plan";
import { neighbourPlace } from "./neighbour-place";

type StepMoreActsProps = { step: Step; acts: StepActs; onClose: () => void; onDrop: () => void };

/** What is done to a step more rarely. Whatever dragging does is here too, for fingers. */
export function StepMoreActs({ step, acts, onClose, onDrop }: StepMoreActsProps) {
  const t = useTranslations("steps.act");
  const view = usePlan();
  const up = neighbourPlace(step, -1, view);
  const down = neighbourPlace(step, 1, view);
  const others = view.milestones.filter(({ id }) => id !== step.milestoneId);
  return (
    <DropdownMenu
      label={t("more")}
      align="end"
      className="max-h-96 max-w-72"
      trigger={(props) => (
        <IconButton {...props} label={t("more")}>
          <Ellipsis size={16} aria-hidden="true" />
        </IconButton>
      )}
    >
      <MenuItem disabled={!up} onSelect={() => up && void acts.move({ stepId: step.id, ...up })}>
        {t("moveUp")}
      </MenuItem>
      <MenuItem disabled={!down} onSelect={() => down && void acts.move({ stepId: step.id, ...down })}>
        {t("moveDown")}
      </MenuItem>
      <MenuSeparator />
      {step.status === "dropped" ? null : <MenuItem onSelect={onDrop}>{t("drop")}</MenuItem>}
      <MenuItem
        danger
        onSelect={() => {
          onClose();
          void acts.remove(step);
        }}
      >
        {t("remove")}
      </MenuItem>
      {others.length > 0 ? (
        <>
          <MenuSeparator />
          <MenuHeading>{t("moveTo")}</MenuHeading>
          {others.map((milestone) => (
            <MenuItem
              key={milestone.id}
              onSelect={() => void acts.move({ stepId: step.id, milestoneId: milestone.id })}
            >
              <span className="truncate">{milestone.title}</span>
            </MenuItem>
          ))}
        </>
      ) : null}
    </DropdownMenu>
  );
}
