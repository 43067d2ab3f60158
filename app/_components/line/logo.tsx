import clsx from "clsx";

/** The line in small: one stop passed, one ahead. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 22 10"
      width="22"
      height="10"
      aria-hidden="true"
      className={clsx("shrink-0", className)}
      fill="none"
    >
      <path d="M.8 5h10M18 5h3.2" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
      <circle cx="5" cy="5" r="3.2" fill="currentColor" />
      <circle cx="14.6" cy="5" r="3.4" stroke="currentColor" strokeWidth="1.7" />
    </svg>
  );
}

export function Logo({ className }: { className?: string }) {
  return (
    <span className={clsx("inline-flex items-center gap-2.5 font-semibold tracking-[-0.01em] text-ink", className)}>
      <LogoMark />
      {/* A name, the same in every language. */}
      <span translate="no">Throughline</span>
    </span>
  );
}
