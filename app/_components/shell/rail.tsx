import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { InboxLink } from "./inbox-link";
import { NavLink } from "./nav-link";
import { homePath, ownPlansId, type PlanSection, planPath, planSections, workspacePath } from "./paths";

export type ShellPlan = {
  id: string;
  title: string;
  /** Shown at the right of a section's name: a number, or words such as "11 / 34". */
  counts?: Partial<Record<PlanSection, number | string>>;
};

export type ShellWorkspace = { slug: string; name: string };

export type RailProps = {
  counts?: { nextSteps?: number; plans?: number };
  plan?: ShellPlan;
  workspaces?: ShellWorkspace[];
};

/** Where a person can go: drawn in the rail on wide screens and in the menu on narrow ones. */
export function Rail({ counts = {}, plan, workspaces = [] }: RailProps) {
  const t = useTranslations("shell");
  return (
    <div className="flex flex-col gap-5">
      <nav aria-label={t("mainNavigation")}>
        <ul>
          <li>
            <NavLink href={homePath} label={t("nextSteps")} count={counts.nextSteps} />
          </li>
          <li>
            <NavLink href={`${homePath}#${ownPlansId}`} label={t("allPlans")} count={counts.plans} />
          </li>
          <li>
            <InboxLink />
          </li>
        </ul>
      </nav>
      {plan ? (
        <RailGroup label={t("planNavigation")} title={plan.title}>
          {planSections.map((section) => (
            <li key={section}>
              <NavLink
                href={planPath(plan.id, section)}
                label={t(`section.${section}`)}
                count={plan.counts?.[section]}
                covers={section !== "overview"}
              />
            </li>
          ))}
        </RailGroup>
      ) : null}
      {workspaces.map((workspace) => (
        <RailGroup key={workspace.slug} label={`${t("workspaceNavigation")}: ${workspace.name}`} title={workspace.name}>
          <li>
            <NavLink href={workspacePath(workspace.slug)} label={t("workspace.plans")} />
          </li>
          <li>
            <NavLink href={workspacePath(workspace.slug, "members")} label={t("workspace.members")} covers />
          </li>
          <li>
            <NavLink href={workspacePath(workspace.slug, "reminders")} label={t("workspace.reminders")} covers />
          </li>
        </RailGroup>
      ))}
    </div>
  );
}

function RailGroup({ label, title, children }: { label: string; title: string; children: ReactNode }) {
  return (
    <nav aria-label={label}>
      <p className="truncate px-2.5 pb-1.5 text-xs font-medium text-ink-3" title={title}>
        {title}
      </p>
      <ul>{children}</ul>
    </nav>
  );
}

/** The plan's sections in one row, for screens without the rail. */
export function SectionStrip({ plan }: { plan: ShellPlan }) {
  const t = useTranslations("shell");
  return (
    <nav aria-label={t("planNavigation")} className="hairline-b overflow-x-auto px-5 sm:px-10 lg:hidden">
      <ul className="flex gap-5">
        {planSections.map((section) => (
          <li key={section}>
            <NavLink
              href={planPath(plan.id, section)}
              label={t(`section.${section}`)}
              covers={section !== "overview"}
              look="strip"
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}
