import clsx from "clsx";
import type { ReactNode } from "react";

export type EmptyStateProps = { title: ReactNode; children?: ReactNode; action?: ReactNode; className?: string };

/** Says what belongs here and why, and offers the one thing to do about it. */
export function EmptyState({ title, children, action, className }: EmptyStateProps) {
  return (
    <div className={clsx("rounded-lg border border-dashed border-line-strong px-6 py-8", className)}>
      <p className="font-semibold">{title}</p>
      {children ? <div className="mt-1 max-w-prose text-pretty text-ink-2">{children}</div> : null}
      {action ? <div className="mt-4 flex flex-wrap gap-2">{action}</div> : null}
    </div>
  );
}
