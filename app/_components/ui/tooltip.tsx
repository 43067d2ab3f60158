"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { placeFloating } from "./use-floating";

const hoverDelayMs = 400;

export type TooltipProps = {
  /** Adds to what is visible; never the only place of something that matters, since touch cannot hover. */
  words: ReactNode;
  /** Put `aria-describedby` on the control itself. */
  children: (describedBy: string) => ReactNode;
};

export function Tooltip({ words, children }: TooltipProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const delay = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isShown, setShown] = useState(false);

  useEffect(() => () => clearTimeout(delay.current), []);

  useEffect(() => {
    if (!isShown || !tip.current) return;
    const shown = tip.current;
    shown.showPopover();
    placeFloating(anchor.current, shown, "start", "top");
    const dismiss = (event: KeyboardEvent) => event.key === "Escape" && setShown(false);
    window.addEventListener("keydown", dismiss);
    return () => {
      window.removeEventListener("keydown", dismiss);
      shown.hidePopover();
    };
  }, [isShown]);

  const show = (afterMs: number) => {
    clearTimeout(delay.current);
    delay.current = setTimeout(() => setShown(true), afterMs);
  };
  const hide = () => {
    clearTimeout(delay.current);
    setShown(false);
  };

  return (
    <span
      ref={anchor}
      className="inline-flex"
      onPointerEnter={() => show(hoverDelayMs)}
      onPointerLeave={hide}
      onFocus={() => show(0)}
      onBlur={hide}
    >
      {children(id)}
      <span
        ref={tip}
        id={id}
        role="tooltip"
        popover="manual"
        className="fixed m-0 max-w-72 rounded-md bg-ink px-2.5 py-1.5 text-sm text-paper shadow-float"
      >
        {words}
      </span>
    </span>
  );
}
