import clsx from "clsx";
import { CircleAlert, Info } from "lucide-react";
import type { ReactNode } from "react";

const looks = {
  note: { box: "border-line bg-surface", icon: "text-ink-3" },
  warn: { box: "border-supplier/30 bg-supplier-ground", icon: "text-warn" },
  bad: { box: "border-bad/30 bg-bad-ground", icon: "text-bad" },
};

export type CalloutProps = {
  tone?: keyof typeof looks;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Read aloud when it appears: for what just went wrong, not for what was there from the start. */
  announce?: boolean;
  className?: string;
};

export function Callout({ tone = "note", title, children, action, announce, className }: CalloutProps) {
  const look = looks[tone];
  const Icon = tone === "note" ? Info : CircleAlert;
  return (
    <div
      role={announce ? "alert" : undefined}
      className={clsx("flex items-start gap-3 rounded-lg border px-4 py-3", look.box, className)}
    >
      <Icon size={16} aria-hidden="true" className={clsx("mt-[0.2em] shrink-0", look.icon)} />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="text-ink-2">{children}</div> : null}
        {action ? <div className="mt-2 flex flex-wrap gap-2">{action}</div> : null}
      </div>
    </div>
  );
}

/** One sentence beside the thing that was refused. */
export function InlineError({ id, children, className }: { id?: string; children: ReactNode; className?: string }) {
  return (
    <p id={id} role="alert" className={clsx("flex items-start gap-1.5 text-sm font-medium text-bad", className)}>
      <CircleAlert size={14} aria-hidden="true" className="mt-[0.2em] shrink-0" />
      <span>{children}</span>
    </p>
  );
}
