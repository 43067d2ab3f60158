"use client";

import clsx from "clsx";
import { type ComponentProps, type ReactNode, type Ref, useId, useRef } from "react";
import { type Align, useFloating } from "./use-floating";

/** Spread these onto the button that opens it. */
export type TriggerProps = Pick<ComponentProps<"button">, "popoverTarget" | "aria-haspopup" | "aria-expanded"> & {
  ref: Ref<HTMLButtonElement>;
};

export type PopoverProps = {
  /** Read aloud as the panel's name. */
  label: string;
  trigger: (props: TriggerProps) => ReactNode;
  align?: Align;
  className?: string;
  children: (close: () => void) => ReactNode;
};

/** A small panel for choosing or editing one thing. Its content exists only while it is open. */
export function Popover({ label, trigger, align = "start", className, children }: PopoverProps) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const { floating, isOpen, onBeforeToggle, onToggle, close } = useFloating(anchor, align);
  return (
    <>
      {trigger({ ref: anchor, popoverTarget: id, "aria-haspopup": "dialog", "aria-expanded": isOpen })}
      <div
        ref={floating}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onBeforeToggle={onBeforeToggle}
        onToggle={onToggle}
        className={clsx(
          "fixed m-0 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border border-line bg-surface p-3 text-left text-base font-normal tracking-normal whitespace-normal text-ink shadow-float",
          className,
        )}
      >
        {isOpen ? children(close) : null}
      </div>
    </>
  );
}
