"use client";

import clsx from "clsx";
import { type ReactNode, useId } from "react";
import { CloseButton, ModalFrame } from "./modal-frame";

const sides = {
  left: "mr-auto ml-0 w-[min(20rem,calc(100%-3rem))] animate-from-left border-r",
  right: "mr-0 ml-auto w-full max-w-lg animate-from-right border-l",
};

export type SheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  hideTitle?: boolean;
  side?: keyof typeof sides;
  children: ReactNode;
};

/** A modal panel from an edge of the screen: the menu on phones, a thing's details on small screens. */
export function Sheet({ open, onOpenChange, title, hideTitle = false, side = "right", children }: SheetProps) {
  const id = useId();
  return (
    <ModalFrame
      open={open}
      onOpenChange={onOpenChange}
      aria-labelledby={id}
      className={clsx("h-dvh max-h-none overflow-y-auto border-line", sides[side])}
    >
      <div className="flex min-h-full flex-col p-5">
        <h2
          id={id}
          // A thing's details are read from their beginning; of a menu the first way is taken.
          {...(side === "right" ? { tabIndex: -1, "data-autofocus": "" } : {})}
          className={hideTitle ? "sr-only" : "mb-4 pr-10 text-lg outline-none"}
        >
          {title}
        </h2>
        {children}
        <CloseButton onClose={() => onOpenChange(false)} />
      </div>
    </ModalFrame>
  );
}
