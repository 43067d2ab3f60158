import clsx from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlLook } from "./input";

export type SelectProps = Omit<ComponentProps<"select">, "size"> & { size?: "md" | "sm" };

/** The platform's own list, dressed: it works with every keyboard, reader and phone. */
export function Select({ className, size = "md", children, ...rest }: SelectProps) {
  return (
    <span className={clsx("relative inline-flex w-full min-w-0", className)}>
      <select
        {...rest}
        className={clsx(
          controlLook,
          "appearance-none truncate pr-8 pl-3",
          size === "sm" ? "h-7 text-sm" : "h-9 max-sm:h-11",
        )}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        size={14}
        className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}
