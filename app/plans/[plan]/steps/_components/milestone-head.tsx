"use client";

import clsx from "clsx";
import { ChevronDown, Ellipsis, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/app/_components/ui/button";
import { DropdownMenu, MenuChoice, MenuHeading, MenuItem, MenuSeparator } from "@/app/_components/ui/dropdown-menu";
import { StatusDot } from "@/app/_components/ui/status-dot";
import { useDateWords } from "@/app/_components/ui/use-date-words";
import { useInnerCase } from "@/app/_components/ui/use-list-words";
import { ZoneMark } from "@/app/_components/ui/zone-mark";
import { useRecentChange } from "@/app/_trpc/live";
import { stepStatuses } from "@/db/vocabulary";
import type { Milestone } from "@/server/domain/milestone/schemas";
import type { MilestoneActs } from "../../_components/milestone-acts";
import type { Progress } from "../../_components/milestone-progress";
import { UnsavedMark } from "../../_components/unsaved-mark";
import { usePlan } from "../../_components/use-plan";
import type { DialogName } from "./dialogs";

/** No status of its own: it follows its steps. */
const FOLLOWS = "follows";

type MilestoneHeadProps = {
  milestone: Milestone;
  progress: Progress;
  isShown: boolean;
  onToggle: () => void;
  onAdd: (() => void) | undefined;
  acts: MilestoneActs;
  onDialog: (dialog: DialogName) => void;
  isLanding: boolean;
};

export function MilestoneHead(props: MilestoneHeadProps) {
  const { milestone, progress, isShown, onToggle, onAdd, isLanding } = props;
  const t = useTranslations("steps.milestone");
  const jobs = useTranslations("common.buyingJob");
  const inner = useInnerCase();
  const dates = useDateWords();
  const { today } = usePlan();
  const isRecent = useRecentChange(milestone.id) !== null;
  const isLate = milestone.dueOn !== null && milestone.dueOn < today && progress.status !== "done";

  return (
    <div
      data-milestone={milestone.id}
      className={clsx(
        "flex min-h-11 flex-wrap items-center gap-x-3 gap-y-0.5 border-b py-1",
        isLanding ? "border-accent" : "border-line",
        isRecent && "animate-settle",
      )}
    >
      <StatusDot status={progress.status} />
      <h2 id={`${milestone.id}-title`} className="min-w-0 text-base tracking-[-0.01em] wrap-anywhere">
        <button
          type="button"
          aria-expanded={isShown}
          onClick={onToggle}
          className="tap-target inline-flex max-w-full items-center gap-1.5 text-left font-semibold"
        >
          {milestone.title}
          {isShown ? null : <ChevronDown size={14} aria-hidden="true" className="text-ink-3" />}
        </button>
      </h2>
      <span className="text-xs text-ink-3 max-md:hidden">{inner(jobs(milestone.job))}</span>
      <ZoneMark zone={milestone.zone} />
      <UnsavedMark subjectId={milestone.id} />
      <span className="ml-auto flex items-center gap-3 text-sm text-ink-2 max-sm:ml-7 max-sm:w-full">
        <span>{t("progress", { done: progress.done, total: progress.total })}</span>
        {milestone.dueOn ? (
          <span
            className={clsx("text-right sm:min-w-24", isLate && "font-medium text-bad")}
            title={dates.exact(milestone.dueOn)}
          >
            {progress.status === "done"
              ? t("doneOn", { date: dates.short(progress.doneOn ?? milestone.dueOn, today) })
              : t("due", { date: dates.short(milestone.dueOn, today) })}
          </span>
        ) : null}
        {onAdd ? (
          <span className="-my-1 -mr-2 flex max-sm:ml-auto">
            <IconButton label={t("addTo", { title: milestone.title })} onClick={onAdd}>
              <Plus size={15} aria-hidden="true" />
            </IconButton>
            <MilestoneMenu {...props} />
          </span>
        ) : null}
      </span>
    </div>
  );
}

function MilestoneMenu({ milestone, acts, onDialog }: MilestoneHeadProps) {
  const t = useTranslations("steps.milestone");
  const statuses = useTranslations("common.stepStatus");
  const { milestones } = usePlan();
  const at = milestones.findIndex(({ id }) => id === milestone.id);
  const label = t("more", { title: milestone.title });
  return (
    <DropdownMenu
      label={label}
      align="end"
      trigger={(props) => (
        <IconButton {...props} label={label}>
          <Ellipsis size={15} aria-hidden="true" />
        </IconButton>
      )}
    >
      <MenuItem onSelect={() => onDialog({ name: "milestone", milestone })}>{t("edit")}</MenuItem>
      <MenuItem
        disabled={at === 0}
        onSelect={() =>
          void acts.move({
            milestoneId: milestone.id,
            afterId: milestones[at - 2]?.id ?? null,
            beforeId: milestones[at - 1]?.id ?? null,
          })
        }
      >
        {t("moveUp")}
      </MenuItem>
      <MenuItem
        disabled={at === milestones.length - 1}
        onSelect={() =>
          void acts.move({
            milestoneId: milestone.id,
            afterId: milestones[at + 1]?.id ?? null,
            beforeId: milestones[at + 2]?.id ?? null,
          })
        }
      >
        {t("moveDown")}
      </MenuItem>
      <MenuSeparator />
      <MenuHeading>{t("status")}</MenuHeading>
      <MenuChoice
        label={t("status")}
        value={milestone.statusOverride ?? FOLLOWS}
        options={[
          { value: FOLLOWS, label: t("statusFollows") },
          ...stepStatuses.map((status) => ({ value: status, label: statuses(status) })),
        ]}
        onValueChange={(chosen) =>
          void acts.edit({
            milestoneId: milestone.id,
            set: { statusOverride: chosen === FOLLOWS ? null : chosen },
            base: { statusOverride: milestone.statusOverride },
          })
        }
      />
      <MenuSeparator />
      <MenuItem danger onSelect={() => onDialog({ name: "remove-milestone", milestone })}>
        {t("remove")}
      </MenuItem>
    </DropdownMenu>
  );
}
