import { cva, type VariantProps } from "class-variance-authority";
import clsx from "clsx";
import type { ComponentProps } from "react";

const badgeLook = cva(
  "inline-flex max-w-full items-center gap-1.5 rounded-sm border px-1.5 py-px text-xs whitespace-nowrap",
  {
    variants: {
      tone: {
        plain: "border-line text-ink-2",
        accent: "border-transparent bg-accent-ground font-medium text-accent",
        warn: "border-transparent bg-supplier-ground font-medium text-warn",
        bad: "border-transparent bg-bad-ground font-medium text-bad",
      },
    },
    defaultVariants: { tone: "plain" },
  },
);

/** A short fact about the thing beside it: "must have", a role, a state. Zones use ZoneMark. */
export function Badge({ tone, className, ...rest }: ComponentProps<"span"> & VariantProps<typeof badgeLook>) {
  return <span {...rest} className={clsx(badgeLook({ tone }), className)} />;
}
