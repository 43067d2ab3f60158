"use client";

import { useState } from "react";
import type { Milestone } from "@/server/domain/milestone/schemas";
import type { Participant } from "@/server/domain/participant/schemas";
import type { Step } from "@/server/domain/step/schemas";
import type { MilestoneActs } from "../../_components/milestone-acts";
import { progressOf } from "../../_components/milestone-progress";
import type { StepActs } from "../../_components/step-acts";
import { TroubleNotice } from "../../_components/trouble-notice";
import { usePlan } from "../../_components/use-plan";
import { AddStep } from "./add-step";
import type { DialogName } from "./dialogs";
import { MilestoneHead } from "./milestone-head";
import { StepRow } from "./step-row";
import type { RowDrag } from "./use-row-drag";

export type MilestoneGroupProps = {
  milestone: Milestone;
  /** Those of its steps that fit the filters. */
  steps: Step[];
  openId: string | null;
  mayEdit: boolean;
  acts: StepActs;
  milestoneActs: MilestoneActs;
  owners: ReadonlyMap<string, Participant>;
  isAdding: boolean;
  onAdding: (milestoneId: string | null) => void;
  renamingId: string | null;
  onRenamed: () => void;
  onOpen: (stepId: string) => void;
  onDialog: (dialog: DialogName) => void;
  drag: RowDrag;
  isFiltered: boolean;
};

/** One milestone with its steps. A finished one is folded up: what is left to do comes first. */
export function MilestoneGroup(props: MilestoneGroupProps) {
  const { milestone, steps, openId, mayEdit, acts, owners, isAdding, onAdding, drag, isFiltered } = props;
  const view = usePlan();
  const progress = progressOf(milestone, view.steps);
  const [isUnfolded, setUnfolded] = useState<boolean | null>(null);
  const isFolded = progress.status === "done" && !isFiltered && !isAdding && !steps.some(({ id }) => id === openId);
  const isShown = isUnfolded ?? !isFolded;

  return (
    <section aria-labelledby={`${milestone.id}-title`} className="scroll-mt-16 pt-3" id={milestone.id}>
      <MilestoneHead
        milestone={milestone}
        progress={progress}
        isShown={isShown}
        onToggle={() => setUnfolded(!isShown)}
        onAdd={mayEdit ? () => onAdding(milestone.id) : undefined}
        acts={props.milestoneActs}
        onDialog={props.onDialog}
        isLanding={drag.landing?.id === milestone.id}
      />
      <TroubleNotice subjectId={milestone.id} className="my-2" />
      {isShown ? (
        <ul>
          {steps.map((step) => (
            <StepRow
              key={step.id}
              step={step}
              owner={owners.get(step.ownerId ?? "")}
              today={view.today}
              planId={view.plan.id}
              isOpen={step.id === openId}
              isRenaming={step.id === props.renamingId}
              mayEdit={mayEdit}
              acts={acts}
              onOpen={props.onOpen}
              onRenamed={props.onRenamed}
              onGrip={drag.begin}
              isDragged={drag.draggedId === step.id}
              landing={drag.landing?.id === step.id ? drag.landing.edge : null}
            />
          ))}
          {isAdding ? (
            <li>
              <AddStep milestone={milestone} onAdd={acts.add} onClose={() => onAdding(null)} />
            </li>
          ) : null}
        </ul>
      ) : null}
    </section>
  );
}
