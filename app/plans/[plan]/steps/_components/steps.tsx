"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useRef, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { useMilestoneActs } from "../../_components/milestone-acts";
import { useStepActs } from "../../_components/step-acts";
import { useMay, usePlan } from "../../_components/use-plan";
import { type DialogName, Dialogs } from "./dialogs";
import { MilestoneGroup } from "./milestone-group";
import { PanelFrame } from "./panel-frame";
import { fits, isFiltered, noFilter, useStepView } from "./step-view";
import { Toolbar } from "./toolbar";
import { useRowDrag } from "./use-row-drag";
import { useStepKeys } from "./use-step-keys";

// Its file is sent along with a page that opens a step.
const StepPanel = dynamic(() => import("./step-panel"));

/** All steps in one list by milestone, edited in place, with one of them open beside it. */
export function Steps() {
  const t = useTranslations("steps");
  const view = usePlan();
  const mayEdit = useMay("step.edit");
  const acts = useStepActs();
  const milestoneActs = useMilestoneActs();
  const { view: shown, change } = useStepView();
  const list = useRef<HTMLDivElement>(null);
  const [addingTo, setAddingTo] = useState<string | null>(null);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [dialog, setDialog] = useState<DialogName | null>(null);

  const owners = useMemo(() => new Map(view.participants.map((person) => [person.id, person])), [view.participants]);
  const steps = view.steps.filter((step) => fits(step, shown, owners));
  const filtered = isFiltered(shown);
  const groups = view.milestones
    .map((milestone) => ({ milestone, steps: steps.filter((step) => step.milestoneId === milestone.id) }))
    .filter((group) => !filtered || group.steps.length > 0 || group.milestone.id === addingTo);
  const open = view.steps.find(({ id }) => id === shown.step);

  const openStep = useCallback((step: string) => change({ step }), [change]);
  const renamed = useCallback(() => setRenaming(null), []);
  const addTo = () => {
    const current = currentStep(list.current, view.steps) ?? open;
    const home =
      current?.milestoneId ?? groups.find((group) => group.steps.some(({ status }) => status !== "done"))?.milestone.id;
    const target = home ?? view.milestones[0]?.id;
    if (target) setAddingTo(target);
    else setDialog({ name: "milestone" });
  };
  useStepKeys({
    list,
    view,
    openId: open?.id ?? null,
    acts: mayEdit ? acts : null,
    onOpen: (step) => change({ step }),
    onRename: setRenaming,
    onAdd: addTo,
    onHelp: () => setDialog({ name: "keys" }),
  });
  const drag = useRowDrag(list, view.steps, acts.move);

  return (
    <div className="xl:flex">
      <div ref={list} className="min-w-0 flex-1">
        <Toolbar
          view={shown}
          onChange={change}
          onAdd={mayEdit ? addTo : undefined}
          onAddMilestone={mayEdit ? () => setDialog({ name: "milestone" }) : undefined}
          onHelp={() => setDialog({ name: "keys" })}
        />
        <div className="@container px-5 pb-24 sm:px-8">
          {groups.map((group) => (
            <MilestoneGroup
              key={group.milestone.id}
              {...group}
              openId={open?.id ?? null}
              mayEdit={mayEdit}
              acts={acts}
              milestoneActs={milestoneActs}
              owners={owners}
              isAdding={addingTo === group.milestone.id}
              onAdding={setAddingTo}
              renamingId={renaming}
              onRenamed={renamed}
              onOpen={openStep}
              onDialog={setDialog}
              drag={drag}
              isFiltered={filtered}
            />
          ))}
          {groups.length === 0 ? (
            <EmptyState
              className="mt-8"
              title={filtered ? t("noneFit.title") : t("empty.title")}
              action={
                filtered ? (
                  <Button onClick={() => change(noFilter)}>{t("noneFit.showAll")}</Button>
                ) : mayEdit ? (
                  <Button variant="primary" onClick={() => setDialog({ name: "milestone" })}>
                    {t("addMilestone")}
                  </Button>
                ) : undefined
              }
            >
              {filtered ? t("noneFit.body") : t("empty.body")}
            </EmptyState>
          ) : null}
        </div>
      </div>
      <PanelFrame title={open?.title ?? null} onClose={() => change({ step: null })}>
        {open ? (
          <StepPanel key={open.id} step={open} acts={acts} mayEdit={mayEdit} onClose={() => change({ step: null })} />
        ) : null}
      </PanelFrame>
      <Dialogs open={dialog} onClose={() => setDialog(null)} acts={milestoneActs} />
    </div>
  );
}

/** The step whose row holds the focus. */
function currentStep<Row extends { id: string }>(list: HTMLElement | null, steps: readonly Row[]): Row | undefined {
  const row = document.activeElement?.closest<HTMLElement>("[data-step]");
  return row && list?.contains(row) ? steps.find(({ id }) => id === row.dataset.step) : undefined;
}
