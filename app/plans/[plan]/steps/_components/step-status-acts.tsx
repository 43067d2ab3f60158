"use client";

import { Ellipsis } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, IconButton } from "@/app/_components/ui/button";
import { DropdownMenu, MenuHeading, MenuItem, MenuSeparator } from "@/app/_components/ui/dropdown-menu";
import { Field } from "@/app/_components/ui/field";
import { Textarea } from "@/app/_components/ui/input";
import { Kbd } from "@/app/_components/ui/kbd";
import type { Step } from "@/server/domain/step/schemas";
import type { StepActs } from "../../_components/step-acts";
import { usePlan } from "../../_components/use-plan";
import { neighbourPlace } from "./neighbour-place";

type StepStatusActsProps = { step: Step; acts: StepActs; onClose: () => void };
type Reasoned = "blocked" | "dropped";

export function StepStatusActs({ step, acts, onClose }: StepStatusActsProps) {
  const t = useTranslations("steps.act");
  const [asking, setAsking] = useState<Reasoned | null>(null);
  const isOver = step.status === "done" || step.status === "dropped";
  return (
    <>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Button variant={isOver ? "secondary" : "primary"} onClick={() => void acts.toggleDone(step)}>
          {isOver ? t("reopen") : t("done")} <Kbd>X</Kbd>
        </Button>
        {step.status === "todo" ? (
          <Button onClick={() => void acts.setStatus({ stepId: step.id, status: "doing" })}>{t("start")}</Button>
        ) : null}
        {step.status === "doing" ? (
          <Button onClick={() => void acts.setStatus({ stepId: step.id, status: "todo" })}>{t("notStarted")}</Button>
        ) : null}
        {step.status === "blocked" ? (
          <Button onClick={() => void acts.setStatus({ stepId: step.id, status: "doing" })}>{t("unblock")}</Button>
        ) : isOver ? null : (
          <Button onClick={() => setAsking("blocked")}>{t("block")}</Button>
        )}
        <MoreActs step={step} acts={acts} onClose={onClose} onDrop={() => setAsking("dropped")} />
      </div>
      {asking ? <ReasonForm step={step} status={asking} acts={acts} onDone={() => setAsking(null)} /> : null}
    </>
  );
}

type ReasonFormProps = { step: Step; status: Reasoned; acts: StepActs; onDone: () => void };

/** Blocked and dropped steps say why, so that nobody has to ask. */
function ReasonForm({ step, status, acts, onDone }: ReasonFormProps) {
  const t = useTranslations("steps.act");
  const common = useTranslations("common");
  return (
    <form
      className="mt-4 rounded-lg border border-line p-3"
      onSubmit={(event) => {
        event.preventDefault();
        const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
        if (reason === "") return;
        onDone();
        void acts.setStatus({ stepId: step.id, status, reason });
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

function MoreActs({ step, acts, onClose, onDrop }: StepStatusActsProps & { onDrop: () => void }) {
  const t = useTranslations("steps.act");
  const view = usePlan();
  const up = neighbourPlace(step, -1, view);
  const down = neighbourPlace(step, 1, view);
  const others = view.milestones.filter(({ id }) => id !== step.milestoneId);
  return (
    <DropdownMenu
      label={t("more")}
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
            <MenuItem key={milestone.id} onSelect={() => void acts.move({ stepId: step.id, milestoneId: milestone.id })}>
              <span className="truncate">{milestone.title}</span>
            </MenuItem>
          ))}
        </>
      ) : null}
    </DropdownMenu>
  );
}
