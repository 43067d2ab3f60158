import clsx from "clsx";
import type { ReactNode } from "react";

/** Takes its colour from what it stands on, so that it also works inside a primary button. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={clsx(
        "inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-[4px] border border-current/35 px-1 font-sans text-2xs font-normal max-sm:hidden",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
