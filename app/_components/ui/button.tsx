import { cva, type VariantProps } from "class-variance-authority";
import clsx from "clsx";
import Link from "next/link";
import type { ComponentProps } from "react";
import { Spinner } from "./spinner";

const buttonLook = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap transition-colors select-none disabled:opacity-55 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-accent bg-accent text-on-accent hover:border-accent-hover hover:bg-accent-hover",
        secondary: "border-line bg-surface text-ink hover:border-line-strong hover:bg-paper",
        ghost: "border-transparent bg-transparent text-ink-2 hover:bg-sunken hover:text-ink",
        link: "border-transparent bg-transparent text-accent underline-offset-3 hover:underline",
        "danger-quiet": "border-line bg-transparent text-bad hover:border-bad hover:bg-bad-ground",
      },
      size: {
        sm: "tap-target h-7 px-2.5 text-xs",
        md: "h-9 px-4 text-sm max-sm:h-11",
        lg: "h-12 px-5 text-base",
        icon: "tap-target size-8 p-0",
      },
      wide: { true: "w-full", false: "" },
    },
    compoundVariants: [{ variant: "link", class: "h-auto px-0! max-sm:h-auto" }],
    defaultVariants: { variant: "secondary", size: "md", wide: false },
  },
);

type Look = VariantProps<typeof buttonLook>;

export type ButtonProps = ComponentProps<"button"> & Look & { pending?: boolean };

/** While `pending` it keeps its width, its focus and its words, and takes no second press. */
export function Button({ variant, size, wide, pending = false, className, children, ...props }: ButtonProps) {
  const { type = "button", onClick, ...rest } = props;
  return (
    <button
      {...rest}
      type={pending ? "button" : type}
      className={clsx(buttonLook({ variant, size, wide }), pending && "relative cursor-progress", className)}
      aria-disabled={pending || rest["aria-disabled"] || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? undefined : onClick}
    >
      {pending ? <Spinner className="absolute" /> : null}
      {pending ? <span className="inline-flex items-center gap-2 opacity-0">{children}</span> : children}
    </button>
  );
}

export type ButtonLinkProps = ComponentProps<typeof Link> & Look;

export function ButtonLink({ variant, size, wide, className, ...rest }: ButtonLinkProps) {
  return <Link {...rest} className={clsx(buttonLook({ variant, size, wide }), className)} />;
}

export type IconButtonProps = Omit<ButtonProps, "size" | "aria-label"> & { label: string };

/** A button that shows only an icon: its label is read aloud and shown as a title. */
export function IconButton({ label, variant = "ghost", ...rest }: IconButtonProps) {
  return <Button title={label} {...rest} aria-label={label} variant={variant} size="icon" />;
}
