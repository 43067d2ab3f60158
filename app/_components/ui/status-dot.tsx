import clsx from "clsx";
import { useTranslations } from "next-intl";

const statuses = ["todo", "doing", "blocked", "done", "dropped"] as const;
export type StepStatus = (typeof statuses)[number];

export type StatusDotProps = {
  status: StepStatus;
  size?: 16 | 22;
  /** Leave the words out where a label beside it or the button around it already says them. */
  decorative?: boolean;
  className?: string;
};

/** A status, or whatever else it is, as it reads in a sentence of its own. */
export function useStatusWords(): (value: unknown) => string {
  const t = useTranslations("common.stepStatus");
  return (value) => {
    const status = statuses.find((known) => known === value);
    return status ? t(status) : String(value);
  };
}

/** A step's state by shape first, colour second. */
export function StatusDot({ status, size = 16, decorative = false, className }: StatusDotProps) {
  const t = useTranslations("common.stepStatus");
  const words = t(status);
  return (
    <span className={clsx("inline-flex shrink-0", className)} title={decorative ? undefined : words}>
      <svg data-mark="" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" fill="none">
        <StatusShape status={status} />
      </svg>
      {decorative ? null : <span className="sr-only">{words}</span>}
    </span>
  );
}

function StatusShape({ status }: { status: StepStatus }) {
  switch (status) {
    case "todo":
      return <circle cx="8" cy="8" r="7.25" className="fill-transparent stroke-control" strokeWidth="1" />;
    case "doing":
      return (
        <>
          <circle cx="8" cy="8" r="7.25" className="stroke-accent" strokeWidth="1.4" />
          <path d="M8 .75a7.25 7.25 0 0 0 0 14.5Z" className="fill-accent" />
        </>
      );
    case "blocked":
      return (
        <>
          <circle cx="8" cy="8" r="7" className="stroke-bad" strokeWidth="1.6" />
          <path d="M5 8h6" className="stroke-bad" strokeWidth="1.6" strokeLinecap="round" />
        </>
      );
    case "done":
      return (
        <>
          <circle cx="8" cy="8" r="8" className="fill-accent" />
          <path d="m4.8 8.2 2.2 2.2 4.2-4.5" className="stroke-on-accent" strokeWidth="1.7" strokeLinecap="round" />
        </>
      );
    case "dropped":
      return (
        <>
          <circle cx="8" cy="8" r="7.25" className="stroke-control" strokeWidth="1" />
          <path d="m3.2 12.8 9.6-9.6" className="stroke-ink-3" strokeWidth="1.4" strokeLinecap="round" />
        </>
      );
  }
}
