"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, type PointerEvent, useLayoutEffect, useRef } from "react";
import { IconButton } from "./button";

type ModalFrameProps = Omit<ComponentProps<"dialog">, "open" | "onClose"> & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/**
 * The platform's own modal dialog: it traps focus, makes the rest inert, closes on Escape and costs no library.
 * Its children exist only while it is open. An element with `data-autofocus` takes the focus first.
 */
export function ModalFrame({ open, onOpenChange, className, children, ...rest }: ModalFrameProps) {
  const frame = useRef<HTMLDialogElement>(null);

  useLayoutEffect(() => {
    const dialog = frame.current;
    if (!open || !dialog) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => dialog.close();
  }, [open]);

  const closeFromBackdrop = (event: PointerEvent<HTMLDialogElement>) => {
    if (event.target === frame.current && isOutside(event, frame.current)) onOpenChange(false);
  };

  return (
    <dialog
      {...rest}
      ref={frame}
      // It may have been shown again since the event was queued.
      onClose={() => frame.current?.open || onOpenChange(false)}
      onPointerDown={closeFromBackdrop}
      className={clsx("relative bg-surface text-ink shadow-float outline-none open:fixed", className)}
    >
      {open ? children : null}
    </dialog>
  );
}

/** Last in the DOM, so that opening a dialog puts the focus on its content and not on the way out. */
export function CloseButton({ onClose }: { onClose: () => void }) {
  const t = useTranslations("common");
  return (
    <IconButton label={t("close")} onClick={onClose} className="absolute! top-4 right-4">
      <X size={16} aria-hidden="true" />
    </IconButton>
  );
}

function isOutside(event: PointerEvent, element: HTMLElement): boolean {
  const box = element.getBoundingClientRect();
  const { clientX: x, clientY: y } = event;
  return x < box.left || x > box.right || y < box.top || y > box.bottom;
}
