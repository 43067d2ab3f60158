import clsx from "clsx";
import type { ComponentProps } from "react";

export const controlLook =
  "w-full min-w-0 rounded-md border border-control bg-surface text-base text-ink transition-colors hover:border-ink-3 disabled:opacity-55 aria-invalid:border-bad";

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={clsx(controlLook, "h-9 px-3 max-sm:h-11", className)} />;
}

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      {...rest}
      rows={rows}
      className={clsx(controlLook, "field-sizing-content max-h-96 min-h-20 resize-y px-3 py-2", className)}
    />
  );
}
