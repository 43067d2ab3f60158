"use client";

import clsx from "clsx";
import { type ReactNode, useId } from "react";
import { CloseButton, ModalFrame } from "./modal-frame";

const widths = { sm: "max-w-md", md: "max-w-xl", lg: "max-w-3xl" };

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, the primary one last in the DOM. */
  footer?: ReactNode;
  size?: keyof typeof widths;
  children?: ReactNode;
};

/** A modal question. Escape, the backdrop and the cross close it; focus goes back to where it came from. */
export function Dialog({ open, onOpenChange, title, description, footer, size = "sm", children }: DialogProps) {
  const id = useId();
  return (
    <ModalFrame
      open={open}
      onOpenChange={onOpenChange}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      className={clsx(
        "m-auto max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] animate-rise scroll-pb-24 overflow-y-auto rounded-xl border border-line max-sm:mb-4",
        widths[size],
      )}
    >
      <div className="p-5 sm:p-6">
        <h2 id={`${id}-title`} className="pr-10 text-lg">
          {title}
        </h2>
        {description ? (
          <p id={`${id}-description`} className="mt-1 text-ink-2">
            {description}
          </p>
        ) : null}
        {children ? <div className="mt-4">{children}</div> : null}
        {footer ? <Footer>{footer}</Footer> : null}
        <CloseButton onClose={() => onOpenChange(false)} />
      </div>
    </ModalFrame>
  );
}

/** Stays in sight where the content is longer than the screen, which shows by fading out above it. */
function Footer({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-0 -mx-5 mt-3 -mb-5 flex flex-wrap justify-end gap-2 bg-surface px-5 pt-3 pb-5 before:pointer-events-none before:absolute before:inset-x-0 before:bottom-full before:h-3 before:bg-linear-to-t before:from-surface before:to-transparent sm:-mx-6 sm:-mb-6 sm:px-6 sm:pb-6">
      {children}
    </div>
  );
}
